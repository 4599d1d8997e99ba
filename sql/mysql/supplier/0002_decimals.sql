-- Four decimals: screws cost 0.0035, cheese is sold by 0.25 kg. Only tables made by our own script, which are known by
-- their index, are widened; another system's are left as they are.

SET @ours = (SELECT count(*) FROM information_schema.statistics
  WHERE table_schema = DATABASE() AND table_name = 'supplier_info' AND index_name = 'supplier_info_product');
SET @change = IF(@ours > 0,
  'ALTER TABLE supplier_info MODIFY unit_price DECIMAL(14,4)',
  'DO 0');
PREPARE widen FROM @change;
EXECUTE widen;
DEALLOCATE PREPARE widen;
