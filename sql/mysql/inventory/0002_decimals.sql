-- Four decimals: screws cost 0.0035, cheese is sold by 0.25 kg. Only tables made by our own script, which are known by
-- their index, are widened; another system's are left as they are.

SET @ours = (SELECT count(*) FROM information_schema.statistics
  WHERE table_schema = DATABASE() AND table_name = 'inventory_levels' AND index_name = 'inventory_levels_product');
SET @change = IF(@ours > 0,
  'ALTER TABLE inventory_levels MODIFY current_qty DECIMAL(14,4), MODIFY reserved_qty DECIMAL(14,4), MODIFY on_order_qty DECIMAL(14,4) NOT NULL DEFAULT 0, MODIFY available_qty DECIMAL(14,4) GENERATED ALWAYS AS (current_qty - coalesce(reserved_qty, 0)) VIRTUAL',
  'DO 0');
PREPARE widen FROM @change;
EXECUTE widen;
DEALLOCATE PREPARE widen;
