-- A database as the version with schema 7 left it: two orders made through the command line, one rejected, an override.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE products(
  product_id VARCHAR(50) PRIMARY KEY NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  name VARCHAR(255) NOT NULL,
  category VARCHAR(100)
) WITHOUT ROWID;
INSERT INTO products VALUES('PROD-001','Ball bearing 6204-2RS','Bearings');
INSERT INTO products VALUES('PROD-002','Hex bolt M8 x 40, zinc plated','Fasteners');
INSERT INTO products VALUES('PROD-003','Nitrile gloves, size L','Safety');
INSERT INTO products VALUES('PROD-101','Servo motor 400 W','Drives');
INSERT INTO products VALUES('PROD-102','Industrial controller, 16 inputs','Electrical');
INSERT INTO products VALUES('PROD-103','Frequency inverter 1.5 kW','Drives');
INSERT INTO products VALUES('PROD-104','Gearbox, ratio 20:1','Drives');
INSERT INTO products VALUES('PROD-105','Screw compressor 11 kW','Pneumatics');
INSERT INTO products VALUES('PROD-106','Aluminium profile 40 x 40, 1 m','Metal stock');
INSERT INTO products VALUES('PROD-107','Aluminium profile 80 x 40, 1 m','Metal stock');
INSERT INTO products VALUES('PROD-111','Vacuum pump, oil-free','Pneumatics');
INSERT INTO products VALUES('PROD-112','Pressure switch 0 to 10 bar','Pneumatics');
INSERT INTO products VALUES('PROD-113','Rubber mat, anti-fatigue','Safety');
INSERT INTO products VALUES('PROD-114','Prototype sensor bracket','Metal stock');
INSERT INTO products VALUES('PROD-115','Emergency stop button','Electrical');
INSERT INTO products VALUES('PROD-116','Chain link 08B-1','Drives');
INSERT INTO products VALUES('PROD-117','Shaft seal 25 x 40 x 7','Bearings');
INSERT INTO products VALUES('PROD-118','Coolant hose 19 mm','Hydraulics');
INSERT INTO products VALUES('PROD-121','Legacy relay 24 V','Electrical');
INSERT INTO products VALUES('PROD-122','Label printer ribbon','Packaging');
INSERT INTO products VALUES('PROD-123','Cardboard box 400 x 300 x 200','Packaging');
INSERT INTO products VALUES('PROD-124','Hydraulic filter element','Hydraulics');
INSERT INTO products VALUES('PROD-125','Linear guide rail 1000 mm','Bearings');
INSERT INTO products VALUES('PROD-126','Work lamp LED 24 V','Electrical');
INSERT INTO products VALUES('PROD-127','Timing belt HTD 5M','Drives');
INSERT INTO products VALUES('PROD-128','Cutting insert CNMG 120408','Tools');
INSERT INTO products VALUES('PROD-129','Grease cartridge 400 g','Chemicals');
INSERT INTO products VALUES('PROD-130','Thread locker 50 ml','Chemicals');
INSERT INTO products VALUES('PROD-131','Safety goggles, clear','Safety');
INSERT INTO products VALUES('PROD-132','Ear plugs, box of 200','Safety');
INSERT INTO products VALUES('PROD-133','Gauge 🔧 0–16 bar, Ø 63 mm','Pneumatics');
INSERT INTO products VALUES('PROD-134','قفازات عمل مقاس 10','Safety');
INSERT INTO products VALUES('PROD-135','Stainless steel cable gland, metric thread M20 x 1.5, clamping range 6 to 12 mm, with lock nut and sealing ring, protection class IP68, for indoor and outdoor cabinets, salt-water resistant, with stra','Electrical');
INSERT INTO products VALUES('PROD-136','深沟球轴承 6205','Bearings');
INSERT INTO products VALUES('PROD-137','Spring washer M6','Fasteners');
INSERT INTO products VALUES('PROD-138','Cable tie 200 mm, black','Electrical');
INSERT INTO products VALUES('PROD-139','Cleaning cloth, roll','Chemicals');
INSERT INTO products VALUES('PROD-140','Drill bit HSS 8.5 mm','Tools');
INSERT INTO products VALUES('PROD-141','Spare fuse 10 A, special type','Electrical');
INSERT INTO products VALUES('PROD-151','Deep groove ball bearing 6206','Bearings');
INSERT INTO products VALUES('PROD-152','Tapered roller bearing 30205','Bearings');
INSERT INTO products VALUES('PROD-153','Pillow block UCP 205','Bearings');
INSERT INTO products VALUES('PROD-154','Hex nut M8, zinc plated','Fasteners');
INSERT INTO products VALUES('PROD-155','Socket screw M6 x 20','Fasteners');
INSERT INTO products VALUES('PROD-156','Threaded rod M10, 1 m','Fasteners');
INSERT INTO products VALUES('PROD-157','Hydraulic pump, 16 cc','Hydraulics');
INSERT INTO products VALUES('PROD-158','Hydraulic cylinder 50/30-200','Hydraulics');
INSERT INTO products VALUES('PROD-159','Pneumatic fitting 8 mm, straight','Pneumatics');
INSERT INTO products VALUES('PROD-160','Solenoid valve 5/2, 24 V','Pneumatics');
INSERT INTO products VALUES('PROD-161','Pallet wrap film 500 mm','Packaging');
INSERT INTO products VALUES('PROD-162','Packing tape 48 mm','Packaging');
INSERT INTO products VALUES('PROD-163','Euro pallet, new','Packaging');
INSERT INTO products VALUES('PROD-164','Contactor 9 A, 24 V coil','Electrical');
INSERT INTO products VALUES('PROD-165','Control cable 5 x 1.5, metre','Electrical');
INSERT INTO products VALUES('PROD-166','Copper busbar 30 x 10, 2 m','Electrical');
INSERT INTO products VALUES('PROD-167','Steel sheet 2 mm, 1000 x 2000','Metal stock');
INSERT INTO products VALUES('PROD-168','Square tube 40 x 40 x 3, 6 m','Metal stock');
INSERT INTO products VALUES('PROD-169','Round bar 30 mm, C45, 3 m','Metal stock');
INSERT INTO products VALUES('PROD-170','Angle grinder disc 125 mm','Tools');
INSERT INTO products VALUES('PROD-171','Torque wrench 20 to 100 Nm','Tools');
INSERT INTO products VALUES('PROD-172','Cutting oil, 20 l','Chemicals');
INSERT INTO products VALUES('PROD-173','Planetary gear, size 80','Drives');
INSERT INTO products VALUES('PROD-174','Industrial PC, fanless','Electrical');
INSERT INTO products VALUES('PROD-175','Conveyor belt, 10 m','Drives');
INSERT INTO products VALUES('PROD-176','Safety boots S3, size 43','Safety');
INSERT INTO products VALUES('PROD-177','Absorbent granulate, 20 kg','Chemicals');
INSERT INTO products VALUES('Ø-42/β','Dichtring Ø 42 mm, FKM','Hydraulics');
CREATE TABLE oms_history(
  id INTEGER PRIMARY KEY,
  product_id VARCHAR(50) NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  avg_daily_demand DECIMAL(10,2),
  trend VARCHAR(20),
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO oms_history VALUES(1,'PROD-001',15.499999999999999999,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(2,'PROD-002',50,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(3,'PROD-003',22,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(4,'PROD-101',1,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(5,'PROD-102',18.80000000000000071,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(6,'PROD-103',12,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(7,'PROD-104',0.2000000000000000111,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(8,'PROD-105',0.2000000000000000111,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(9,'PROD-106',500,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(10,'PROD-107',499.89999999999997727,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(11,'PROD-111',10,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(12,'PROD-112',10,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(13,'PROD-113',3,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(14,'PROD-114',10,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(15,'PROD-115',10,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(16,'PROD-116',4,'decreasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(17,'PROD-118',6,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(18,'PROD-121',0,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(19,'PROD-122',20,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(20,'PROD-123',20,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(21,'PROD-124',6,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(22,'PROD-125',4,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(23,'PROD-126',3,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(24,'PROD-127',5,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(25,'PROD-128',9,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(26,'PROD-129',7,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(27,'PROD-130',2,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(28,'PROD-131',8,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(29,'PROD-132',1.25,NULL,'2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(30,'PROD-133',2,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(31,'PROD-134',12,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(32,'PROD-135',5,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(33,'PROD-136',9,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(34,'PROD-137',3,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(35,'PROD-138',2,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(36,'PROD-139',6.3499999999999996447,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(37,'PROD-140',5,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(38,'PROD-141',0.070000000000000006661,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(39,'Ø-42/β',4,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(40,'PROD-151',3,'decreasing','2020-01-01 00:00:00');
INSERT INTO oms_history VALUES(41,'PROD-151',11,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(42,'PROD-152',3.3999999999999999111,'decreasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(43,'PROD-153',2.2000000000000001776,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(44,'PROD-154',180,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(45,'PROD-155',95,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(46,'PROD-156',6,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(47,'PROD-157',0.8000000000000000444,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(48,'PROD-158',1.5,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(49,'PROD-159',34,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(50,'PROD-160',4.5,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(51,'PROD-161',14,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(52,'PROD-162',26,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(53,'PROD-163',18,'decreasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(54,'PROD-164',2.6000000000000000888,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(55,'PROD-165',85,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(56,'PROD-166',6,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(57,'PROD-167',14,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(58,'PROD-168',9,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(59,'PROD-169',2.1000000000000000888,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(60,'PROD-170',21,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(61,'PROD-171',0.14999999999999999444,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(62,'PROD-172',1.8000000000000000444,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(63,'PROD-173',1.1999999999999999555,'increasing','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(64,'PROD-174',1,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(65,'PROD-175',2.5,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(66,'PROD-176',1.8999999999999999111,'stable','2026-11-29 12:21:51');
INSERT INTO oms_history VALUES(67,'PROD-177',3,'decreasing','2026-11-29 12:21:51');
CREATE TABLE demand_daily(
  product_id VARCHAR(50) NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  day DATE NOT NULL,
  qty DECIMAL(14,4) NOT NULL,
  PRIMARY KEY(product_id, day)
) WITHOUT ROWID;
CREATE TABLE inventory_levels(
  id INTEGER PRIMARY KEY,
  product_id VARCHAR(50) NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  warehouse_id VARCHAR(50) NOT NULL,
  current_qty INT,
  reserved_qty INT,
  available_qty INT GENERATED ALWAYS AS (current_qty - coalesce(reserved_qty, 0)) VIRTUAL,
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  on_order_qty INT NOT NULL DEFAULT 0
);
INSERT INTO inventory_levels VALUES(1,'PROD-001','WH-001',25,5,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(2,'PROD-002','WH-001',10,5,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(3,'PROD-003','WH-001',10,3,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(4,'PROD-101','WH-001',2,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(5,'PROD-102','WH-001',50,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(6,'PROD-103','WH-001',20,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(7,'PROD-104','WH-001',0,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(8,'PROD-105','WH-001',0,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(9,'PROD-106','WH-001',0,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(10,'PROD-107','WH-001',0,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(11,'PROD-111','WH-001',20,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(12,'PROD-112','WH-001',20,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(13,'PROD-113','WH-001',5,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(14,'PROD-114','WH-001',20,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(15,'PROD-115','WH-001',20,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(16,'PROD-117','WH-001',40,4,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(17,'PROD-118','WH-001',12,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(18,'PROD-121','WH-001',20,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(19,'PROD-122','WH-001',10,30,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(20,'PROD-123','WH-001',140,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(21,'PROD-124','WH-001',10,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(22,'PROD-125','WH-001',6,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(23,'PROD-126','WH-001',8,0,'2026-11-29 12:21:51',40);
INSERT INTO inventory_levels VALUES(24,'PROD-127','WH-001',10,0,'2026-11-29 12:21:51',30);
INSERT INTO inventory_levels VALUES(25,'PROD-128','WH-001',12,2,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(26,'PROD-128','WH-002',30,5,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(27,'PROD-128','WH-003',4,4,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(28,'PROD-129','WH-001',14,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(29,'PROD-130','WH-001',3,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(30,'PROD-131','WH-001',30,NULL,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(31,'PROD-132','WH-001',4,1,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(32,'PROD-133','WH-001',5,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(33,'PROD-134','WH-001',18,6,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(34,'PROD-135','WH-001',15,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(35,'PROD-136','WH-001',100,10,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(36,'PROD-137','WH-001',20,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(37,'PROD-138','WH-001',10,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(38,'PROD-139','WH-001',3,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(39,'PROD-140','WH-001',10,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(40,'PROD-141','WH-001',0,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(41,'Ø-42/β','WH-001',6,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(42,'PROD-151','WH-001',40,5,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(43,'PROD-152','WH-001',60,2,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(44,'PROD-153','WH-001',4,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(45,'PROD-154','WH-001',900,100,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(46,'PROD-155','WH-001',240,20,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(47,'PROD-156','WH-001',80,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(48,'PROD-157','WH-001',2,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(49,'PROD-158','WH-001',3,1,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(50,'PROD-159','WH-001',400,30,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(51,'PROD-160','WH-001',11,3,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(52,'PROD-161','WH-001',35,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(53,'PROD-162','WH-001',300,12,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(54,'PROD-163','WH-001',30,10,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(55,'PROD-164','WH-001',22,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(56,'PROD-165','WH-001',150,50,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(57,'PROD-166','WH-001',4,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(58,'PROD-167','WH-001',25,5,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(59,'PROD-168','WH-001',40,6,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(60,'PROD-169','WH-001',35,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(61,'PROD-170','WH-001',60,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(62,'PROD-171','WH-001',3,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(63,'PROD-172','WH-001',5,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(64,'PROD-173','WH-001',3,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(65,'PROD-174','WH-001',2,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(66,'PROD-175','WH-001',4,0,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(67,'PROD-176','WH-001',26,3,'2026-11-29 12:21:51',0);
INSERT INTO inventory_levels VALUES(68,'PROD-177','WH-001',7,0,'2026-11-29 12:21:51',0);
CREATE TABLE supplier_info(
  id INTEGER PRIMARY KEY,
  supplier_id VARCHAR(50) NOT NULL CHECK(length(supplier_id) BETWEEN 1 AND 50),
  product_id VARCHAR(50) NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  moq INT,
  lead_time_days INT,
  unit_price DECIMAL(10,2),
  is_active BOOLEAN,
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  supplier_name VARCHAR(255),
  order_multiple INT DEFAULT 1,
  priority INT DEFAULT 0,
  email VARCHAR(255)
);
INSERT INTO supplier_info VALUES(1,'SUP-001','PROD-001',20,7,15.990000000000000213,1,'2026-11-29 12:21:51','Northside Bearings Supply',20,0,'orders@northside-bearings.example');
INSERT INTO supplier_info VALUES(2,'SUP-002','PROD-002',100,5,15.499999999999999999,1,'2026-11-29 12:21:51','Example Fasteners',1,0,'orders@example-fasteners.example');
INSERT INTO supplier_info VALUES(3,'SUP-003','PROD-003',10,5,25,1,'2026-11-29 12:21:51','Workwear Supply',10,0,'orders@workwear-supply.example');
INSERT INTO supplier_info VALUES(4,'SUP-101','PROD-101',1,5,3333.3299999999999271,1,'2026-11-29 12:21:51','General Drives Supply',1,0,'orders@general-drives.example');
INSERT INTO supplier_info VALUES(5,'SUP-102','PROD-102',1,3,1562.5,1,'2026-11-29 12:21:51','Example Electrical Wholesale',1,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(6,'SUP-101','PROD-103',10,10,100,1,'2026-11-29 12:21:51','General Drives Supply',1,0,'orders@general-drives.example');
INSERT INTO supplier_info VALUES(7,'SUP-101','PROD-104',1,5,10000.010000000000218,1,'2026-11-29 12:21:51','General Drives Supply',1,0,'orders@general-drives.example');
INSERT INTO supplier_info VALUES(8,'SUP-103','PROD-105',1,5,49999.989999999997964,1,'2026-11-29 12:21:51','Fluid Parts Supply',1,0,'sales@fluid-parts.example');
INSERT INTO supplier_info VALUES(9,'SUP-107','PROD-106',10,10,10,1,'2026-11-29 12:21:51','Regional Steel Stock',1,0,'sales@regional-steel.example');
INSERT INTO supplier_info VALUES(10,'SUP-107','PROD-107',10,10,10,1,'2026-11-29 12:21:51','Regional Steel Stock',1,0,'sales@regional-steel.example');
INSERT INTO supplier_info VALUES(11,'SUP-108','PROD-111',50,10,10,0,'2026-11-29 12:21:51','Discontinued Parts Trading',1,0,'office@discontinued-parts.example');
INSERT INTO supplier_info VALUES(12,'SUP-103','PROD-112',50,10,10,NULL,'2026-11-29 12:21:51','Fluid Parts Supply',1,0,'sales@fluid-parts.example');
INSERT INTO supplier_info VALUES(13,'SUP-107','PROD-114',50,10,0,1,'2026-11-29 12:21:51','Regional Steel Stock',1,0,'sales@regional-steel.example');
INSERT INTO supplier_info VALUES(14,'SUP-102','PROD-115',50,10,NULL,1,'2026-11-29 12:21:51','Example Electrical Wholesale',1,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(15,'SUP-101','PROD-116',20,6,2.3999999999999999111,1,'2026-11-29 12:21:51','General Drives Supply',1,0,'orders@general-drives.example');
INSERT INTO supplier_info VALUES(16,'SUP-001','PROD-117',20,6,1.8500000000000000888,1,'2026-11-29 12:21:51','Northside Bearings Supply',1,0,'orders@northside-bearings.example');
INSERT INTO supplier_info VALUES(17,'SUP-108','PROD-118',10,8,7.25,0,'2026-11-29 12:21:51','Discontinued Parts Trading',1,0,'office@discontinued-parts.example');
INSERT INTO supplier_info VALUES(18,'SUP-110','PROD-118',10,8,7.9000000000000003552,0,'2026-11-29 12:21:51','No Mail Trading',1,0,NULL);
INSERT INTO supplier_info VALUES(19,'SUP-102','PROD-121',50,5,10,1,'2026-11-29 12:21:51','Example Electrical Wholesale',1,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(20,'SUP-104','PROD-122',50,5,10,1,'2026-11-29 12:21:51','Packaging Direct',1,0,'orders@packaging-direct.example');
INSERT INTO supplier_info VALUES(21,'SUP-104','PROD-123',50,5,10,1,'2026-11-29 12:21:51','Packaging Direct',1,0,'orders@packaging-direct.example');
INSERT INTO supplier_info VALUES(22,'SUP-103','PROD-124',10,10,18.399999999999998578,1,'2026-11-29 12:21:51','Fluid Parts Supply',1,0,'sales@fluid-parts.example');
INSERT INTO supplier_info VALUES(23,'SUP-001','PROD-125',10,14,240,1,'2026-11-29 12:21:51','Northside Bearings Supply',1,0,'orders@northside-bearings.example');
INSERT INTO supplier_info VALUES(24,'SUP-102','PROD-126',5,10,62,1,'2026-11-29 12:21:51','Example Electrical Wholesale',1,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(25,'SUP-101','PROD-127',5,12,14.199999999999999289,1,'2026-11-29 12:21:51','General Drives Supply',1,0,'orders@general-drives.example');
INSERT INTO supplier_info VALUES(26,'SUP-105','PROD-128',10,8,7.9500000000000001776,1,'2026-11-29 12:21:51','Example Tool Supply',10,0,'orders@example-tools.example');
INSERT INTO supplier_info VALUES(27,'SUP-106','PROD-129',24,6,5.0999999999999996447,1,'2026-11-29 12:21:51','Lubricants and Chemicals Supply',12,1,'orders@lubricants.example');
INSERT INTO supplier_info VALUES(28,'SUP-109','PROD-129',20,9,6.4000000000000003552,1,'2026-11-29 12:21:51','Überland Industriebedarf',10,0,'bestellung@ueberland.example');
INSERT INTO supplier_info VALUES(29,'SUP-108','PROD-129',10,4,3.8999999999999999111,0,'2026-11-29 12:21:51','Discontinued Parts Trading',1,0,'office@discontinued-parts.example');
INSERT INTO supplier_info VALUES(30,'SUP-109','PROD-130',6,7,9.8000000000000007105,1,'2026-11-29 12:21:51','Überland Industriebedarf',1,0,'bestellung@ueberland.example');
INSERT INTO supplier_info VALUES(31,'SUP-106','PROD-130',5,7,9.1999999999999992894,1,'2026-11-29 12:21:51','Lubricants and Chemicals Supply',1,0,'orders@lubricants.example');
INSERT INTO supplier_info VALUES(32,'SUP-003','PROD-131',20,5,3.75,1,'2026-11-29 12:21:51','Workwear Supply',1,0,'orders@workwear-supply.example');
INSERT INTO supplier_info VALUES(33,'SUP-003','PROD-132',4,12,19.899999999999998578,1,'2026-11-29 12:21:51','Workwear Supply',1,0,'orders@workwear-supply.example');
INSERT INTO supplier_info VALUES(34,'SUP-103','PROD-133',5,9,21.30000000000000071,1,'2026-11-29 12:21:51','Fluid Parts Supply',1,0,'sales@fluid-parts.example');
INSERT INTO supplier_info VALUES(35,'SUP-003','PROD-134',48,6,2.1499999999999999111,1,'2026-11-29 12:21:51','Workwear Supply',24,0,'orders@workwear-supply.example');
INSERT INTO supplier_info VALUES(36,'SUP-102','PROD-135',50,7,4.3499999999999996447,1,'2026-11-29 12:21:51','Example Electrical Wholesale',25,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(37,'SUP-001','PROD-136',20,7,3.6000000000000000888,1,'2026-11-29 12:21:51','Northside Bearings Supply',10,0,'orders@northside-bearings.example');
INSERT INTO supplier_info VALUES(38,'SUP-002','PROD-137',500,7,0.040000000000000000832,1,'2026-11-29 12:21:51','Example Fasteners',100,0,'orders@example-fasteners.example');
INSERT INTO supplier_info VALUES(39,'SUP-102','PROD-138',10,7,0.11000000000000000055,1,'2026-11-29 12:21:51','Example Electrical Wholesale',12,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(40,'SUP-106','PROD-139',10,5,11.25,1,'2026-11-29 12:21:51','Lubricants and Chemicals Supply',25,0,'orders@lubricants.example');
INSERT INTO supplier_info VALUES(41,'SUP-105','PROD-140',40,10,2.8999999999999999111,1,'2026-11-29 12:21:51','Example Tool Supply',1,0,'orders@example-tools.example');
INSERT INTO supplier_info VALUES(42,'SUP-102','PROD-141',1,100,4.2000000000000001776,1,'2026-11-29 12:21:51','Example Electrical Wholesale',1,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(43,'SUP-109','Ø-42/β',10,5,1.3500000000000000888,1,'2026-11-29 12:21:51','Überland Industriebedarf',10,0,'bestellung@ueberland.example');
INSERT INTO supplier_info VALUES(44,'SUP-001','PROD-151',20,7,4.9000000000000003552,1,'2026-11-29 12:21:51','Northside Bearings Supply',10,0,'orders@northside-bearings.example');
INSERT INTO supplier_info VALUES(45,'SUP-001','PROD-152',10,10,8.75,1,'2026-11-29 12:21:51','Northside Bearings Supply',1,0,'orders@northside-bearings.example');
INSERT INTO supplier_info VALUES(46,'SUP-001','PROD-153',5,14,12.599999999999999644,1,'2026-11-29 12:21:51','Northside Bearings Supply',1,0,'orders@northside-bearings.example');
INSERT INTO supplier_info VALUES(47,'SUP-002','PROD-154',1000,5,0.050000000000000002775,1,'2026-11-29 12:21:51','Example Fasteners',500,0,'orders@example-fasteners.example');
INSERT INTO supplier_info VALUES(48,'SUP-002','PROD-155',500,6,0.089999999999999996669,1,'2026-11-29 12:21:51','Example Fasteners',100,0,'orders@example-fasteners.example');
INSERT INTO supplier_info VALUES(49,'SUP-002','PROD-156',20,7,2.2999999999999998223,1,'2026-11-29 12:21:51','Example Fasteners',10,0,'orders@example-fasteners.example');
INSERT INTO supplier_info VALUES(50,'SUP-103','PROD-157',1,21,890,1,'2026-11-29 12:21:51','Fluid Parts Supply',1,0,'sales@fluid-parts.example');
INSERT INTO supplier_info VALUES(51,'SUP-103','PROD-158',2,28,412,1,'2026-11-29 12:21:51','Fluid Parts Supply',2,0,'sales@fluid-parts.example');
INSERT INTO supplier_info VALUES(52,'SUP-103','PROD-159',100,6,1.1499999999999999111,1,'2026-11-29 12:21:51','Fluid Parts Supply',50,0,'sales@fluid-parts.example');
INSERT INTO supplier_info VALUES(53,'SUP-103','PROD-160',5,12,46.799999999999997157,1,'2026-11-29 12:21:51','Fluid Parts Supply',1,0,'sales@fluid-parts.example');
INSERT INTO supplier_info VALUES(54,'SUP-104','PROD-161',36,4,6.9500000000000001776,1,'2026-11-29 12:21:51','Packaging Direct',6,0,'orders@packaging-direct.example');
INSERT INTO supplier_info VALUES(55,'SUP-104','PROD-162',72,4,1.4799999999999999822,1,'2026-11-29 12:21:51','Packaging Direct',36,0,'orders@packaging-direct.example');
INSERT INTO supplier_info VALUES(56,'SUP-104','PROD-163',50,5,12.900000000000000355,1,'2026-11-29 12:21:51','Packaging Direct',10,0,'orders@packaging-direct.example');
INSERT INTO supplier_info VALUES(57,'SUP-102','PROD-164',10,8,23.699999999999999289,1,'2026-11-29 12:21:51','Example Electrical Wholesale',1,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(58,'SUP-102','PROD-165',500,7,2.1800000000000001598,1,'2026-11-29 12:21:51','Example Electrical Wholesale',100,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(59,'SUP-102','PROD-166',10,20,128.49999999999999999,1,'2026-11-29 12:21:51','Example Electrical Wholesale',5,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(60,'SUP-107','PROD-167',20,18,74.499999999999999998,1,'2026-11-29 12:21:51','Regional Steel Stock',10,0,'sales@regional-steel.example');
INSERT INTO supplier_info VALUES(61,'SUP-107','PROD-168',20,10,38.200000000000002842,1,'2026-11-29 12:21:51','Regional Steel Stock',10,0,'sales@regional-steel.example');
INSERT INTO supplier_info VALUES(62,'SUP-107','PROD-169',10,9,41.750000000000000001,1,'2026-11-29 12:21:51','Regional Steel Stock',1,0,'sales@regional-steel.example');
INSERT INTO supplier_info VALUES(63,'SUP-105','PROD-170',50,6,1.9499999999999999555,1,'2026-11-29 12:21:51','Example Tool Supply',25,0,'orders@example-tools.example');
INSERT INTO supplier_info VALUES(64,'SUP-105','PROD-171',1,9,148,1,'2026-11-29 12:21:51','Example Tool Supply',1,0,'orders@example-tools.example');
INSERT INTO supplier_info VALUES(65,'SUP-106','PROD-172',4,8,86.400000000000005684,1,'2026-11-29 12:21:51','Lubricants and Chemicals Supply',2,0,'orders@lubricants.example');
INSERT INTO supplier_info VALUES(66,'SUP-101','PROD-173',2,20,780,1,'2026-11-29 12:21:51','General Drives Supply',1,0,'orders@general-drives.example');
INSERT INTO supplier_info VALUES(67,'SUP-102','PROD-174',1,15,1249,1,'2026-11-29 12:21:51','Example Electrical Wholesale',1,0,'orders@example-electrical.example');
INSERT INTO supplier_info VALUES(68,'SUP-101','PROD-175',5,24,968,1,'2026-11-29 12:21:51','General Drives Supply',5,0,'orders@general-drives.example');
INSERT INTO supplier_info VALUES(69,'SUP-003','PROD-176',6,6,58.89999999999999858,1,'2026-11-29 12:21:51','Workwear Supply',1,0,'orders@workwear-supply.example');
INSERT INTO supplier_info VALUES(70,'SUP-106','PROD-177',10,5,14.30000000000000071,1,'2026-11-29 12:21:51','Lubricants and Chemicals Supply',10,0,'orders@lubricants.example');
CREATE TABLE uom_conversion(
  id INTEGER PRIMARY KEY,
  product_id VARCHAR(50) NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  from_uom VARCHAR(20) NOT NULL,
  to_uom VARCHAR(20) NOT NULL,
  conversion_factor DECIMAL(10,4),
  last_updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO uom_conversion VALUES(1,'PROD-001','CASE','PIECE',12,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(2,'PROD-002','CASE','PIECE',24,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(3,'PROD-003','PALLET','CASE',48,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(4,'PROD-102','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(5,'PROD-113','CASE','PIECE',12,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(6,'PROD-115','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(7,'PROD-117','CASE','PIECE',20,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(8,'PROD-121','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(9,'PROD-122','BUNDLE','PIECE',25,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(10,'PROD-123','BUNDLE','PIECE',25,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(11,'PROD-125','CASE','PIECE',20,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(12,'PROD-126','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(13,'PROD-128','BOX','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(14,'PROD-129','CASE','PIECE',6,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(15,'PROD-130','CASE','PIECE',6,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(16,'PROD-131','CASE','PIECE',12,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(17,'PROD-132','CASE','PIECE',12,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(18,'PROD-134','CASE','PIECE',12,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(19,'PROD-135','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(20,'PROD-136','CASE','PIECE',20,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(21,'PROD-137','BOX','PIECE',100,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(22,'PROD-138','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(23,'PROD-139','CASE','PIECE',6,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(24,'PROD-140','BOX','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(25,'PROD-141','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(26,'PROD-151','CASE','PIECE',20,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(27,'PROD-152','CASE','PIECE',20,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(28,'PROD-153','CASE','PIECE',20,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(29,'PROD-154','BOX','PIECE',100,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(30,'PROD-155','BOX','PIECE',100,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(31,'PROD-156','BOX','PIECE',100,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(32,'PROD-161','BUNDLE','PIECE',25,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(33,'PROD-162','BUNDLE','PIECE',25,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(34,'PROD-163','BUNDLE','PIECE',25,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(35,'PROD-164','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(36,'PROD-165','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(37,'PROD-166','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(38,'PROD-170','BOX','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(39,'PROD-171','BOX','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(40,'PROD-172','CASE','PIECE',6,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(41,'PROD-174','CASE','PIECE',10,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(42,'PROD-176','CASE','PIECE',12,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(43,'PROD-177','CASE','PIECE',6,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(44,'PROD-165','DRUM','METRE',500,'2026-11-29 12:21:51');
INSERT INTO uom_conversion VALUES(45,'PROD-172','DRUM','LITRE',208.1974999999999909,'2026-11-29 12:21:51');
CREATE TABLE setting(
  name TEXT PRIMARY KEY CHECK(length(name) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK(length(value) <= 4000)
) STRICT;
INSERT INTO setting VALUES('single_operator','1');
INSERT INTO setting VALUES('currency','USD');
INSERT INTO setting VALUES('company_name','Example Company');
INSERT INTO setting VALUES('company_address','1 Example Street, Example City');
INSERT INTO setting VALUES('company_email','purchasing@example.com');
INSERT INTO setting VALUES('delivery_address','Goods inwards, 1 Example Street, Example City');
INSERT INTO setting VALUES('stale_after_minutes','15');
CREATE TABLE person(
  person_id TEXT PRIMARY KEY CHECK(length(person_id) BETWEEN 1 AND 100),
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK(length(trim(name)) BETWEEN 1 AND 100),
  kind TEXT NOT NULL DEFAULT 'person' CHECK(kind IN ('person', 'system')),
  added_at_us INTEGER NOT NULL,
  disabled_at_us INTEGER
) STRICT;
INSERT INTO person VALUES('system','system','system',0,NULL);
INSERT INTO person VALUES('os:root','root','person',1795954911687000,NULL);
CREATE TABLE audit_event(
  seq INTEGER PRIMARY KEY,
  at_us INTEGER NOT NULL,
  actor_id TEXT NOT NULL REFERENCES person,
  actor_name TEXT NOT NULL,
  single_operator INTEGER NOT NULL CHECK(single_operator IN (0, 1)),
  action TEXT NOT NULL CHECK(length(action) BETWEEN 1 AND 100),
  object_id TEXT NOT NULL,
  product_id TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  payload TEXT NOT NULL CHECK(length(payload) >= 2),
  prev_hash BLOB NOT NULL UNIQUE CHECK(length(prev_hash) = 32),
  hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32)
) STRICT;
INSERT INTO audit_event VALUES(1,1795954911597000,'system','system',0,'rules.published','rules-1','','Rules version 1 published: Rules as delivered.','{"hash":"a81754afc3ebb49e9e9cecf73e948fe5df82f7779eb0ab741f5176cdf1cfc8b1"}',X'0000000000000000000000000000000000000000000000000000000000000000',X'99ff371c852d403ce1e1cb13fef4c6be16ae132802731a73127da6422774b08c');
INSERT INTO audit_event VALUES(2,1794226911597000,'system','system',0,'order.created','01a1c041-f96d-77d8-a867-2b50589a84ca','PROD-136','PO-2026-000001 created: 40 of PROD-136 from Northside Bearings Supply for USD 144.00 before tax; approved by the rules.','{"contentHash":"f4ac746f11cb5a0b044f7d56541ee3767458b0217da995ebd407de393906bf3b","number":"PO-2026-000001","to":"APPROVED"}',X'99ff371c852d403ce1e1cb13fef4c6be16ae132802731a73127da6422774b08c',X'4afaad2143d45f14a424fc52580462b1091f7e58770efb6eb54c72eaca006790');
INSERT INTO audit_event VALUES(3,1794226911597000,'system','system',0,'order.sending','01a1c041-f96d-77d8-a867-2b50589a84ca','PROD-136','PO-2026-000001 is being sent.','{"from":"APPROVED","message":"01a1c041-f96d-7bc1-8731-f1068569a226","number":"PO-2026-000001","to":"SENDING"}',X'4afaad2143d45f14a424fc52580462b1091f7e58770efb6eb54c72eaca006790',X'2e4d94685f47240e7c132d0451cd3860f9cc058011ef89f85fa522b3ad4d50f1');
INSERT INTO audit_event VALUES(4,1794226913597000,'system','system',0,'order.sent','01a1c041-f96d-77d8-a867-2b50589a84ca','PROD-136','PO-2026-000001 was sent to Northside Bearings Supply.','{"channel":"folder","from":"SENDING","message":"01a1c041-f96d-7bc1-8731-f1068569a226","number":"PO-2026-000001","to":"SENT"}',X'2e4d94685f47240e7c132d0451cd3860f9cc058011ef89f85fa522b3ad4d50f1',X'1218909d6b2ebe2f491853d379bc9ca151eacc44daf98976f5de9a2c95068c3a');
INSERT INTO audit_event VALUES(5,1794831711597000,'system','system',0,'order.received','01a1c041-f96d-77d8-a867-2b50589a84ca','PROD-136','40 of 40 received for PO-2026-000001.','{"from":"SENT","number":"PO-2026-000001","to":"RECEIVED"}',X'1218909d6b2ebe2f491853d379bc9ca151eacc44daf98976f5de9a2c95068c3a',X'e1069723b538ee489c3232d5c819569300be97145dc5384b04fcc7edab9e79b7');
INSERT INTO audit_event VALUES(6,1795695711597000,'system','system',0,'order.created','01a217ce-156d-7d42-a8b8-7a183066eed0','PROD-124','PO-2026-000002 created: 50 of PROD-124 from Fluid Parts Supply for USD 920.00 before tax; approved by the rules.','{"contentHash":"9330197ecc3e7120f15e6ff78534c421ceb5d13461943d0de14d62c9225361f5","number":"PO-2026-000002","to":"APPROVED"}',X'e1069723b538ee489c3232d5c819569300be97145dc5384b04fcc7edab9e79b7',X'18c7b013e3b82500908ffdf60a2efeb74a0c97cd0ec83b74fca7f42562c9ba31');
INSERT INTO audit_event VALUES(7,1795695711597000,'system','system',0,'order.sending','01a217ce-156d-7d42-a8b8-7a183066eed0','PROD-124','PO-2026-000002 is being sent.','{"from":"APPROVED","message":"01a217ce-156d-740d-b76d-2b6aafe4f474","number":"PO-2026-000002","to":"SENDING"}',X'18c7b013e3b82500908ffdf60a2efeb74a0c97cd0ec83b74fca7f42562c9ba31',X'fb56ddc1626d963a18ae4e07b0bfca86da7bdd1a886f06be35c3ce0b77d2b2f7');
INSERT INTO audit_event VALUES(8,1795695713597000,'system','system',0,'order.sent','01a217ce-156d-7d42-a8b8-7a183066eed0','PROD-124','PO-2026-000002 was sent to Fluid Parts Supply.','{"channel":"folder","from":"SENDING","message":"01a217ce-156d-740d-b76d-2b6aafe4f474","number":"PO-2026-000002","to":"SENT"}',X'fb56ddc1626d963a18ae4e07b0bfca86da7bdd1a886f06be35c3ce0b77d2b2f7',X'2113cf30ec54c0b4ee301985fe0bddd8ccdbd0377edf8ff1f45fe56c100f18c7');
INSERT INTO audit_event VALUES(9,1795949511597000,'system','system',0,'order.created','01a226ee-c3ad-72e3-9528-fe09c7deb1a6','PROD-125','PO-2026-000003 created: 50 of PROD-125 from Northside Bearings Supply for USD 12000.00 before tax; it waits for approval.','{"contentHash":"b94ea6e663c5648b26eeefcf727c185dc438b6dff3be8a0e2c523b97d58212c0","number":"PO-2026-000003","to":"PENDING_APPROVAL"}',X'2113cf30ec54c0b4ee301985fe0bddd8ccdbd0377edf8ff1f45fe56c100f18c7',X'948d2f3aa131d724525014cad687d76b48d7a71123d6bec3d75cb6c5a173043e');
INSERT INTO audit_event VALUES(10,1795954911687000,'os:root','root',1,'person.added','os:root','','root used the database for the first time.','{}',X'948d2f3aa131d724525014cad687d76b48d7a71123d6bec3d75cb6c5a173043e',X'3109ba4d56bf15bac7fbe31fa8c8483549544d1bf200e8b22d8350dd1a9ad4aa');
INSERT INTO audit_event VALUES(11,1795954911726000,'os:root','root',1,'order.created','01a22741-29ee-721f-8af6-b4e57d11d636','PROD-001','PO-2026-000004 created: 100 of PROD-001 from Northside Bearings Supply for USD 1599.00 before tax; approved by the rules.','{"contentHash":"a680dfeec5aabe409c549d2a31e0e1a6838ee5622d22cac790cd54c36edb90bc","number":"PO-2026-000004","to":"APPROVED"}',X'3109ba4d56bf15bac7fbe31fa8c8483549544d1bf200e8b22d8350dd1a9ad4aa',X'6b84f13367107db69cebeecc35dbf759e6dfe94806e869d3c583b593ed27f7f5');
INSERT INTO audit_event VALUES(12,1795954911754000,'system','system',0,'order.sending','01a22741-29ee-721f-8af6-b4e57d11d636','PROD-001','PO-2026-000004 is being sent.','{"from":"APPROVED","message":"01a22741-29ee-77e7-b49e-66c0f7cb6941","number":"PO-2026-000004","to":"SENDING"}',X'6b84f13367107db69cebeecc35dbf759e6dfe94806e869d3c583b593ed27f7f5',X'c2b84645a3e1c8761e89d254d4e5832c5655b3e6489d0cb0d3017ba0338a31b5');
INSERT INTO audit_event VALUES(13,1795954911774000,'system','system',0,'order.sent','01a22741-29ee-721f-8af6-b4e57d11d636','PROD-001','PO-2026-000004 was sent to Northside Bearings Supply.','{"channel":"folder","from":"SENDING","message":"01a22741-29ee-77e7-b49e-66c0f7cb6941","number":"PO-2026-000004","to":"SENT"}',X'c2b84645a3e1c8761e89d254d4e5832c5655b3e6489d0cb0d3017ba0338a31b5',X'5d2ea42ac241aa1835149857a5a751db01eba9858d1b979cddd336de5c31b33d');
INSERT INTO audit_event VALUES(14,1795954911830000,'os:root','root',1,'order.created','01a22741-2a56-7e41-a9a8-6442a7fe7fce','PROD-104','PO-2026-000005 created: 1 of PROD-104 from General Drives Supply for USD 10000.01 before tax; it waits for approval.','{"contentHash":"4bb098e98f223f8d75b999d166c91ed31e98c79a7185022ba25a03ee3599a323","number":"PO-2026-000005","to":"PENDING_APPROVAL"}',X'5d2ea42ac241aa1835149857a5a751db01eba9858d1b979cddd336de5c31b33d',X'2ae9ff91f87eac2bba7e1bf9f7b0d09bb0c62c82d84e974a0421160624f03028');
INSERT INTO audit_event VALUES(15,1795954911892000,'os:root','root',1,'order.rejected','01a226ee-c3ad-72e3-9528-fe09c7deb1a6','PROD-125','PO-2026-000003 rejected by root: Too dear','{"from":"PENDING_APPROVAL","number":"PO-2026-000003","to":"REJECTED"}',X'2ae9ff91f87eac2bba7e1bf9f7b0d09bb0c62c82d84e974a0421160624f03028',X'd5fc641847d305b1662c93d1adfd9212b136e3165d90d3875d209efb232915b7');
INSERT INTO audit_event VALUES(16,1795954996874000,'os:root','root',1,'override.set','PROD-002','PROD-002','PROD-002 overridden: quantity 300. Reason: Fair next week','{"basis":"{\"available_qty\":\"5\",\"avg_daily_demand\":\"50\",\"is_active\":true,\"lead_time_days\":\"5\",\"moq\":\"100\",\"on_order_qty\":\"0\",\"order_multiple\":\"1\",\"supplier_id\":\"SUP-002\",\"unit_price\":\"15.50\"}","qty":300,"supplier":""}',X'd5fc641847d305b1662c93d1adfd9212b136e3165d90d3875d209efb232915b7',X'dccc2208e8c8fbdc4fe27e4d9091a2f3f081dda97eead7d1826379e6342ee350');
CREATE TABLE rule_set_version(
  version INTEGER PRIMARY KEY CHECK(version >= 1),
  pack_count INTEGER NOT NULL CHECK(pack_count BETWEEN 0 AND 1000),
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  published_by TEXT NOT NULL REFERENCES person,
  second_person TEXT REFERENCES person,
  published_at_us INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK(length(trim(reason)) > 0 AND length(reason) <= 2000)
) STRICT;
INSERT INTO rule_set_version VALUES(1,6,X'a81754afc3ebb49e9e9cecf73e948fe5df82f7779eb0ab741f5176cdf1cfc8b1','system',NULL,1795954911597000,'Rules as delivered');
CREATE TABLE rule_pack(
  version INTEGER NOT NULL REFERENCES rule_set_version,
  position INTEGER NOT NULL CHECK(position >= 0),
  name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 200),
  text TEXT NOT NULL,
  active INTEGER NOT NULL CHECK(active IN (0, 1)),
  PRIMARY KEY(version, position),
  UNIQUE(version, name)
) STRICT;
INSERT INTO rule_pack VALUES(1,0,'purchasing_rules.grl',replace('// The fifteen purchasing rules. They calculate and set flags; what is done with them is decided elsewhere.\n// A higher salience goes first; every rule fires at most once per product.\n\nrule CalculateShortage "What is needed until the next delivery, less what is available" salience 120 no-loop {\n    when\n        required_qty > 0\n    then\n        shortage = required_qty - available_qty;\n        Log("Shortage calculated: ", shortage, " (required ", required_qty, ", available ", available_qty, ")");\n}\n\nrule ValidateSupplierActive "Nothing is ordered from an inactive supplier" salience 115 no-loop {\n    when\n        is_active == false\n    then\n        order_qty = 0;\n        total_amount = 0;\n        shortage = 0;\n        need_reorder = false;\n        supplier_error = "Supplier is not active";\n        Log("Supplier ", supplier_id, " is not active: nothing is ordered");\n}\n\nrule OrderMOQWhenShortageIsLess "The supplier delivers no less than the minimum" salience 110 no-loop {\n    when\n        shortage > 0 && shortage < moq && is_active\n    then\n        order_qty = moq;\n        Log("Shortage ", shortage, " is below the minimum order of ", moq, ": ordering ", order_qty);\n}\n\nrule OrderShortageWhenAboveMOQ "Order what is missing" salience 110 no-loop {\n    when\n        shortage > 0 && shortage >= moq && is_active\n    then\n        order_qty = shortage;\n        Log("Shortage ", shortage, " reaches the minimum order of ", moq, ": ordering ", order_qty);\n}\n\nrule CalculateOrderTotal "Amount before discount and tax" salience 105 no-loop {\n    when\n        order_qty > 0 && unit_price > 0\n    then\n        total_amount = order_qty * unit_price;\n        Log("Order total: ", total_amount, " (", order_qty, " at ", unit_price, ")");\n}\n\nrule SetReorderFlag "Something is missing" salience 100 no-loop {\n    when\n        shortage > 0\n    then\n        need_reorder = true;\n        Log("Reorder needed: shortage ", shortage);\n}\n\nrule NoReorderNeeded "Nothing is missing" salience 100 no-loop {\n    when\n        shortage <= 0\n    then\n        need_reorder = false;\n        Log("No reorder needed: shortage ", shortage);\n}\n\nrule FlagHighValueOrders "Orders above 10,000 need an approver" salience 95 no-loop {\n    when\n        total_amount > 10000\n    then\n        requires_approval = true;\n        approval_status = "pending";\n        Log("Order total ", total_amount, " is above 10000: approval needed");\n}\n\nrule AutoApproveOrders "Orders up to 10,000 are approved at once" salience 90 no-loop {\n    when\n        total_amount <= 10000 && total_amount > 0\n    then\n        requires_approval = false;\n        approval_status = "auto_approved";\n        Log("Order total ", total_amount, " is approved automatically");\n}\n\nrule ApplyBulkDiscount "Ten percent off from 50,000" salience 85 no-loop {\n    when\n        total_amount >= 50000\n    then\n        discount_amount = total_amount * 0.1;\n        final_amount = total_amount - discount_amount;\n        Log("Bulk discount: ", discount_amount, " off, leaving ", final_amount);\n}\n\nrule NoDiscount "Below 50,000 there is no discount" salience 85 no-loop {\n    when\n        total_amount > 0 && total_amount < 50000\n    then\n        final_amount = total_amount;\n        Log("No discount: final amount ", final_amount);\n}\n\nrule CalculateTax "Eight percent tax on the final amount" salience 80 no-loop {\n    when\n        final_amount > 0\n    then\n        tax_amount = final_amount * 0.08;\n        grand_total = final_amount + tax_amount;\n        Log("Tax ", tax_amount, " added: grand total ", grand_total);\n}\n\nrule CreatePurchaseOrderIfApproved "An approved order is created at once" salience 75 no-loop {\n    when\n        need_reorder && approval_status == "auto_approved" && order_qty > 0\n    then\n        should_create_po = true;\n        po_status = "approved";\n        Log("Purchase order for ", order_qty, " created as approved");\n}\n\nrule CreatePurchaseOrderPendingApproval "A high-value order waits for its approver" salience 75 no-loop {\n    when\n        need_reorder && approval_status == "pending" && order_qty > 0\n    then\n        should_create_po = true;\n        po_status = "pending_approval";\n        Log("Purchase order for ", order_qty, " created, waiting for approval");\n}\n\nrule SendPOToSupplier "An approved order goes out" salience 70 no-loop {\n    when\n        need_reorder && approval_status == "auto_approved"\n    then\n        should_send_po = true;\n        send_method = "email";\n        Log("Purchase order is sent to ", supplier_id, " by ", send_method);\n}\n','\n',char(10)),1);
INSERT INTO rule_pack VALUES(1,1,'order_multiples.grl',replace('// Suppliers deliver in whole units or whole packs. Rounding comes before the total is calculated.\n\nrule RoundToOrderMultiple "Round the order up to the supplier''s order multiple" salience 108 no-loop {\n    when\n        order_qty > 0\n    then\n        order_qty = Ceil(order_qty / order_multiple) * order_multiple;\n        Log("Ordering ", order_qty, ", a multiple of ", order_multiple);\n}\n','\n',char(10)),1);
INSERT INTO rule_pack VALUES(1,2,'open_orders.grl',replace('// What is on order already arrives without being ordered again.\n\nrule DeductOpenOrders "Reduce the shortage by what is on order" salience 118 no-loop {\n    when\n        shortage > 0 && on_order_qty > 0\n    then\n        shortage = Max(0, shortage - on_order_qty);\n        Log("On order already: ", on_order_qty, ", leaving a shortage of ", shortage);\n}\n','\n',char(10)),1);
INSERT INTO rule_pack VALUES(1,3,'overrides.grl',replace('// A planner may know better. What they ask for replaces the calculated quantity after all rounding and before the\n// total, so that amounts, approval and flags follow from it. Whether an order is needed at all stays calculated.\n\nrule UsePlannersQuantity "Order what the planner asked for" salience 106 no-loop {\n    when\n        override_qty > 0\n    then\n        Log("Ordering ", override_qty, " as the planner asked for, instead of ", order_qty);\n        order_qty = override_qty;\n}\n','\n',char(10)),1);
INSERT INTO rule_pack VALUES(1,4,'safety_stock.grl',replace('// Optional: keep some days of demand in reserve, more where demand grows.\n// The reserve belongs to the shortage, so it is added before open orders are deducted.\n\nrule SafetyStockIncreasing "Five days of cover while demand grows" salience 119 no-loop {\n    when\n        required_qty > 0 && trend == "increasing"\n    then\n        shortage += avg_daily_demand * 5;\n        Log("Safety stock of 5 days for growing demand: shortage ", shortage);\n}\n\nrule SafetyStockStable "Three days of cover while demand is stable" salience 119 no-loop {\n    when\n        required_qty > 0 && trend == "stable"\n    then\n        shortage += avg_daily_demand * 3;\n        Log("Safety stock of 3 days for stable demand: shortage ", shortage);\n}\n\nrule SafetyStockDecreasing "One day of cover while demand falls" salience 119 no-loop {\n    when\n        required_qty > 0 && trend == "decreasing"\n    then\n        shortage += avg_daily_demand;\n        Log("Safety stock of 1 day for falling demand: shortage ", shortage);\n}\n','\n',char(10)),0);
INSERT INTO rule_pack VALUES(1,5,'full_cases.grl',replace('// Optional: order whole cases. Comes after the supplier''s order multiple and before the total.\n\nrule RoundToFullCases "Round the order up to whole cases of the unit conversion" salience 107 no-loop {\n    when\n        order_qty > 0 && conversion_factor > 1\n    then\n        order_qty = Ceil(order_qty / conversion_factor) * conversion_factor;\n        Log("Ordering ", order_qty, ", whole cases of ", conversion_factor, " ", to_uom);\n}\n','\n',char(10)),0);
CREATE TABLE rule_draft(
  person_id TEXT PRIMARY KEY REFERENCES person,
  based_on INTEGER NOT NULL,
  packs TEXT NOT NULL CHECK(length(packs) >= 2),
  saved_at_us INTEGER NOT NULL
) STRICT;
CREATE TABLE product_basis(
  product_id TEXT PRIMARY KEY CHECK(length(product_id) BETWEEN 1 AND 50),
  version INTEGER NOT NULL DEFAULT 0 CHECK(version >= 0)
) STRICT;
INSERT INTO product_basis VALUES('PROD-136',4);
INSERT INTO product_basis VALUES('PROD-124',3);
INSERT INTO product_basis VALUES('PROD-125',2);
INSERT INTO product_basis VALUES('PROD-001',3);
INSERT INTO product_basis VALUES('PROD-104',1);
CREATE TABLE order_state(name TEXT PRIMARY KEY, on_order INTEGER NOT NULL) STRICT;
INSERT INTO order_state VALUES('DRAFT',1);
INSERT INTO order_state VALUES('PENDING_APPROVAL',1);
INSERT INTO order_state VALUES('APPROVED',1);
INSERT INTO order_state VALUES('SENDING',1);
INSERT INTO order_state VALUES('SEND_UNKNOWN',1);
INSERT INTO order_state VALUES('SENT',1);
INSERT INTO order_state VALUES('RECEIVED',0);
INSERT INTO order_state VALUES('REJECTED',0);
INSERT INTO order_state VALUES('CANCELLED',0);
CREATE TABLE order_transition(old TEXT NOT NULL, new TEXT NOT NULL, PRIMARY KEY(old, new)) STRICT;
INSERT INTO order_transition VALUES('DRAFT','SENDING');
INSERT INTO order_transition VALUES('DRAFT','PENDING_APPROVAL');
INSERT INTO order_transition VALUES('DRAFT','CANCELLED');
INSERT INTO order_transition VALUES('PENDING_APPROVAL','PENDING_APPROVAL');
INSERT INTO order_transition VALUES('PENDING_APPROVAL','APPROVED');
INSERT INTO order_transition VALUES('PENDING_APPROVAL','REJECTED');
INSERT INTO order_transition VALUES('PENDING_APPROVAL','CANCELLED');
INSERT INTO order_transition VALUES('APPROVED','APPROVED');
INSERT INTO order_transition VALUES('APPROVED','SENDING');
INSERT INTO order_transition VALUES('APPROVED','CANCELLED');
INSERT INTO order_transition VALUES('SENDING','SENT');
INSERT INTO order_transition VALUES('SENDING','SEND_UNKNOWN');
INSERT INTO order_transition VALUES('SENDING','APPROVED');
INSERT INTO order_transition VALUES('SEND_UNKNOWN','SENT');
INSERT INTO order_transition VALUES('SEND_UNKNOWN','APPROVED');
INSERT INTO order_transition VALUES('SENT','SENT');
INSERT INTO order_transition VALUES('SENT','RECEIVED');
CREATE TABLE purchase_order(
  po_id TEXT PRIMARY KEY CHECK(length(po_id) = 36),
  po_number TEXT NOT NULL UNIQUE,
  number_year INTEGER NOT NULL,
  number_in_year INTEGER NOT NULL,
  batch_id TEXT NOT NULL DEFAULT '',
  product_id TEXT NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  product_name TEXT NOT NULL,
  supplier_id TEXT NOT NULL CHECK(length(supplier_id) BETWEEN 1 AND 50),
  supplier_name TEXT NOT NULL,
  supplier_email TEXT NOT NULL,
  qty INTEGER NOT NULL CHECK(qty BETWEEN 1 AND 1000000000),
  uom TEXT NOT NULL,
  currency TEXT NOT NULL CHECK(length(currency) = 3),
  unit_price_minor INTEGER NOT NULL CHECK(unit_price_minor > 0),
  total_minor INTEGER NOT NULL CHECK(total_minor = qty * unit_price_minor),
  discount_minor INTEGER NOT NULL CHECK(discount_minor BETWEEN 0 AND total_minor),
  tax_minor INTEGER NOT NULL CHECK(tax_minor >= 0),
  to_pay_minor INTEGER NOT NULL CHECK(to_pay_minor = total_minor - discount_minor + tax_minor),
  lead_time_days INTEGER NOT NULL CHECK(lead_time_days BETWEEN 0 AND 36500),
  rule_set_version INTEGER REFERENCES rule_set_version,
  facts_json TEXT NOT NULL CHECK(length(facts_json) >= 2),
  decision_json TEXT NOT NULL CHECK(length(decision_json) >= 2),
  content_hash BLOB NOT NULL CHECK(length(content_hash) = 32),
  approvals_required INTEGER NOT NULL CHECK(approvals_required BETWEEN 0 AND 5),
  send_intended INTEGER NOT NULL CHECK(send_intended IN (0, 1)),
  created_by TEXT NOT NULL REFERENCES person,
  created_at_us INTEGER NOT NULL,

  status TEXT NOT NULL REFERENCES order_state,
  version INTEGER NOT NULL DEFAULT 1,
  last_event INTEGER NOT NULL UNIQUE REFERENCES audit_event,
  changed_by TEXT NOT NULL REFERENCES person,
  updated_at_us INTEGER NOT NULL,
  decided_by TEXT REFERENCES person,
  decided_at_us INTEGER,
  reason TEXT NOT NULL DEFAULT '' CHECK(length(reason) <= 2000),
  sent_at_us INTEGER,
  received_qty INTEGER NOT NULL DEFAULT 0 CHECK(received_qty BETWEEN 0 AND qty),
  received_at_us INTEGER,

  UNIQUE(number_year, number_in_year),
  CHECK(po_number = printf('PO-%04d-%06d', number_year, number_in_year)),
  CHECK((sent_at_us IS NOT NULL) = (status IN ('SENT', 'RECEIVED'))),
  CHECK((status = 'RECEIVED') = (received_qty = qty)),
  CHECK(status <> 'REJECTED' OR length(trim(reason)) > 0)
) STRICT;
INSERT INTO purchase_order VALUES('01a1c041-f96d-77d8-a867-2b50589a84ca','PO-2026-000001',2026,1,'','PROD-136','深沟球轴承 6205','SUP-001','Northside Bearings Supply','orders@northside-bearings.example',40,'PIECE','USD',360,14400,0,1152,15552,7,1,'{}','{"sentence":"Example order of the demo catalogue."}',X'f4ac746f11cb5a0b044f7d56541ee3767458b0217da995ebd407de393906bf3b',0,1,'system',1794226911597000,'RECEIVED',4,5,'system',1794831711597000,NULL,NULL,'',1794226913597000,40,1794831711597000);
INSERT INTO purchase_order VALUES('01a217ce-156d-7d42-a8b8-7a183066eed0','PO-2026-000002',2026,2,'','PROD-124','Hydraulic filter element','SUP-103','Fluid Parts Supply','sales@fluid-parts.example',50,'PIECE','USD',1840,92000,0,7360,99360,10,1,'{}','{"sentence":"Example order of the demo catalogue."}',X'9330197ecc3e7120f15e6ff78534c421ceb5d13461943d0de14d62c9225361f5',0,1,'system',1795695711597000,'SENT',3,8,'system',1795695713597000,NULL,NULL,'',1795695713597000,0,NULL);
INSERT INTO purchase_order VALUES('01a226ee-c3ad-72e3-9528-fe09c7deb1a6','PO-2026-000003',2026,3,'','PROD-125','Linear guide rail 1000 mm','SUP-001','Northside Bearings Supply','orders@northside-bearings.example',50,'PIECE','USD',24000,1200000,0,96000,1296000,14,1,'{}','{"sentence":"Example order of the demo catalogue."}',X'b94ea6e663c5648b26eeefcf727c185dc438b6dff3be8a0e2c523b97d58212c0',1,0,'system',1795949511597000,'REJECTED',2,15,'os:root',1795954911892000,'os:root',1795954911892000,'Too dear',NULL,0,NULL);
INSERT INTO purchase_order VALUES('01a22741-29ee-721f-8af6-b4e57d11d636','PO-2026-000004',2026,4,'','PROD-001','Ball bearing 6204-2RS','SUP-001','Northside Bearings Supply','orders@northside-bearings.example',100,'PIECE','USD',1599,159900,0,12792,172692,7,1,'{"approval_status":"auto_approved","available_qty":"20","avg_daily_demand":"15.5","conversion_factor":"12","current_qty":"25","discount_amount":"0","final_amount":"1599","from_uom":"CASE","grand_total":"1726.92","is_active":true,"lead_time_days":"7","moq":"20","need_reorder":true,"on_order_qty":"0","order_multiple":"20","order_qty":"100","override_qty":"0","po_status":"approved","product_id":"PROD-001","required_qty":"108.5","requires_approval":false,"reserved_qty":"5","send_method":"email","shortage":"88.5","should_create_po":true,"should_send_po":true,"supplier_error":"","supplier_id":"SUP-001","tax_amount":"127.92","to_uom":"PIECE","total_amount":"1599","trend":"increasing","unit_price":"15.99","warehouse_id":"WH-001"}','{"calculation":{"approval_status":"auto_approved","discount_amount":0,"final_amount":1599,"grand_total":1726.92,"need_reorder":true,"order_qty":100,"po_status":"approved","requires_approval":false,"send_method":"email","shortage":88.5,"should_create_po":true,"should_send_po":true,"supplier_error":"","tax_amount":127.92,"total_amount":1599},"rules":[{"log":["Shortage calculated: 88.5 (required 108.5, available 20)"],"pack":"purchasing_rules.grl","rule":"CalculateShortage","writes":["shortage: 0 → 88.5"]},{"log":["Shortage 88.5 reaches the minimum order of 20: ordering 88.5"],"pack":"purchasing_rules.grl","rule":"OrderShortageWhenAboveMOQ","writes":["order_qty: 0 → 88.5"]},{"log":["Ordering 100, a multiple of 20"],"pack":"order_multiples.grl","rule":"RoundToOrderMultiple","writes":["order_qty: 88.5 → 100"]},{"log":["Order total: 1599 (100 at 15.99)"],"pack":"purchasing_rules.grl","rule":"CalculateOrderTotal","writes":["total_amount: 0 → 1599"]},{"log":["Reorder needed: shortage 88.5"],"pack":"purchasing_rules.grl","rule":"SetReorderFlag","writes":["need_reorder: false → true"]},{"log":["Order total 1599 is approved automatically"],"pack":"purchasing_rules.grl","rule":"AutoApproveOrders","writes":["requires_approval: false → false","approval_status: \"\" → \"auto_approved\""]},{"log":["No discount: final amount 1599"],"pack":"purchasing_rules.grl","rule":"NoDiscount","writes":["final_amount: 0 → 1599"]},{"log":["Tax 127.92 added: grand total 1726.92"],"pack":"purchasing_rules.grl","rule":"CalculateTax","writes":["tax_amount: 0 → 127.92","grand_total: 0 → 1726.92"]},{"log":["Purchase order for 100 created as approved"],"pack":"purchasing_rules.grl","rule":"CreatePurchaseOrderIfApproved","writes":["should_create_po: false → true","po_status: \"\" → \"approved\""]},{"log":["Purchase order is sent to SUP-001 by email"],"pack":"purchasing_rules.grl","rule":"SendPOToSupplier","writes":["should_send_po: false → true","send_method: \"\" → \"email\""]}],"sentence":"order 100 from Northside Bearings Supply for 1599.00 before tax, approved automatically"}',X'a680dfeec5aabe409c549d2a31e0e1a6838ee5622d22cac790cd54c36edb90bc',0,1,'os:root',1795954911726000,'SENT',3,13,'system',1795954911774000,NULL,NULL,'',1795954911774000,0,NULL);
INSERT INTO purchase_order VALUES('01a22741-2a56-7e41-a9a8-6442a7fe7fce','PO-2026-000005',2026,5,'','PROD-104','Gearbox, ratio 20:1','SUP-101','General Drives Supply','orders@general-drives.example',1,'pcs','USD',1000001,1000001,0,80000,1080001,5,1,'{"approval_status":"pending","available_qty":"0","avg_daily_demand":"0.2","current_qty":"0","discount_amount":"0","final_amount":"10000.01","grand_total":"10800.01","is_active":true,"lead_time_days":"5","moq":"1","need_reorder":true,"on_order_qty":"0","order_multiple":"1","order_qty":"1","override_qty":"0","po_status":"pending_approval","product_id":"PROD-104","required_qty":"1","requires_approval":true,"reserved_qty":"0","send_method":"","shortage":"1","should_create_po":true,"should_send_po":false,"supplier_error":"","supplier_id":"SUP-101","tax_amount":"800","total_amount":"10000.01","trend":"stable","unit_price":"10000.01","warehouse_id":"WH-001"}','{"calculation":{"approval_status":"pending","discount_amount":0,"final_amount":10000.01,"grand_total":10800.01,"need_reorder":true,"order_qty":1,"po_status":"pending_approval","requires_approval":true,"send_method":"","shortage":1,"should_create_po":true,"should_send_po":false,"supplier_error":"","tax_amount":800,"total_amount":10000.01},"rules":[{"log":["Shortage calculated: 1 (required 1, available 0)"],"pack":"purchasing_rules.grl","rule":"CalculateShortage","writes":["shortage: 0 → 1"]},{"log":["Shortage 1 reaches the minimum order of 1: ordering 1"],"pack":"purchasing_rules.grl","rule":"OrderShortageWhenAboveMOQ","writes":["order_qty: 0 → 1"]},{"log":["Ordering 1, a multiple of 1"],"pack":"order_multiples.grl","rule":"RoundToOrderMultiple","writes":["order_qty: 1 → 1"]},{"log":["Order total: 10000.01 (1 at 10000.01)"],"pack":"purchasing_rules.grl","rule":"CalculateOrderTotal","writes":["total_amount: 0 → 10000.01"]},{"log":["Reorder needed: shortage 1"],"pack":"purchasing_rules.grl","rule":"SetReorderFlag","writes":["need_reorder: false → true"]},{"log":["Order total 10000.01 is above 10000: approval needed"],"pack":"purchasing_rules.grl","rule":"FlagHighValueOrders","writes":["requires_approval: false → true","approval_status: \"\" → \"pending\""]},{"log":["No discount: final amount 10000.01"],"pack":"purchasing_rules.grl","rule":"NoDiscount","writes":["final_amount: 0 → 10000.01"]},{"log":["Tax 800 added: grand total 10800.01"],"pack":"purchasing_rules.grl","rule":"CalculateTax","writes":["tax_amount: 0 → 800","grand_total: 0 → 10800.01"]},{"log":["Purchase order for 1 created, waiting for approval"],"pack":"purchasing_rules.grl","rule":"CreatePurchaseOrderPendingApproval","writes":["should_create_po: false → true","po_status: \"\" → \"pending_approval\""]}],"sentence":"order 1 from General Drives Supply for 10000.01 before tax, needs approval"}',X'4bb098e98f223f8d75b999d166c91ed31e98c79a7185022ba25a03ee3599a323',1,0,'os:root',1795954911830000,'PENDING_APPROVAL',1,14,'os:root',1795954911830000,NULL,NULL,'',NULL,0,NULL);
CREATE TABLE approval(
  po_id TEXT NOT NULL REFERENCES purchase_order,
  approver_id TEXT NOT NULL REFERENCES person,
  content_hash BLOB NOT NULL CHECK(length(content_hash) = 32),
  decision TEXT NOT NULL CHECK(decision IN ('approve', 'reject')),
  reason TEXT NOT NULL DEFAULT '' CHECK(length(reason) <= 2000 AND (decision = 'approve' OR length(trim(reason)) > 0)),
  single_operator INTEGER NOT NULL CHECK(single_operator IN (0, 1)),
  decided_at_us INTEGER NOT NULL,
  PRIMARY KEY(po_id, approver_id)
) STRICT;
INSERT INTO approval VALUES('01a226ee-c3ad-72e3-9528-fe09c7deb1a6','os:root',X'b94ea6e663c5648b26eeefcf727c185dc438b6dff3be8a0e2c523b97d58212c0','reject','Too dear',1,1795954911892000);
CREATE TABLE outbox(
  msg_id TEXT PRIMARY KEY CHECK(length(msg_id) = 36),
  po_id TEXT NOT NULL REFERENCES purchase_order,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'READY' CHECK(state IN ('READY', 'LEASED', 'DONE', 'DEAD')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK(attempts >= 0),
  not_before_us INTEGER NOT NULL,
  lease_owner TEXT,
  lease_until_us INTEGER,
  last_error TEXT NOT NULL DEFAULT '',
  created_at_us INTEGER NOT NULL, letter_id TEXT CHECK(letter_id IS NULL OR length(letter_id) = 36),
  UNIQUE(po_id, kind),
  CHECK((state = 'LEASED') = (lease_owner IS NOT NULL AND lease_until_us IS NOT NULL))
) STRICT;
INSERT INTO outbox VALUES('01a1c041-f96d-7bc1-8731-f1068569a226','01a1c041-f96d-77d8-a867-2b50589a84ca','send','folder','DONE',1,1794226911597000,NULL,NULL,'',1794226911597000,'01a1c041-f96d-7bc1-8731-f1068569a226');
INSERT INTO outbox VALUES('01a217ce-156d-740d-b76d-2b6aafe4f474','01a217ce-156d-7d42-a8b8-7a183066eed0','send','folder','DONE',1,1795695711597000,NULL,NULL,'',1795695711597000,'01a217ce-156d-740d-b76d-2b6aafe4f474');
INSERT INTO outbox VALUES('01a22741-29ee-77e7-b49e-66c0f7cb6941','01a22741-29ee-721f-8af6-b4e57d11d636','send','folder','DONE',1,1795954911726000,NULL,NULL,'',1795954911726000,'01a22741-29ee-77e7-b49e-66c0f7cb6941');
CREATE TABLE idempotency(
  person_id TEXT NOT NULL REFERENCES person,
  method TEXT NOT NULL,
  idem_key TEXT NOT NULL CHECK(length(idem_key) BETWEEN 1 AND 255),
  request_hash BLOB NOT NULL CHECK(length(request_hash) = 32),
  po_id TEXT NOT NULL REFERENCES purchase_order,
  created_at_us INTEGER NOT NULL,
  PRIMARY KEY(person_id, method, idem_key)
) STRICT;
INSERT INTO idempotency VALUES('os:root','create','k1',X'2e03a6249bf1c7111ac666aa1f8e2fd692ee212c813cf24628403d6865f4066e','01a22741-29ee-721f-8af6-b4e57d11d636',1795954911726000);
INSERT INTO idempotency VALUES('os:root','create','k2',X'810449abae735c33e4f44ed16e821f19a5befef390bb9248e514eb27e8dccf9b','01a22741-2a56-7e41-a9a8-6442a7fe7fce',1795954911830000);
CREATE TABLE evaluation(
  id INTEGER PRIMARY KEY,
  at_us INTEGER NOT NULL,
  product_id TEXT NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  person_id TEXT NOT NULL REFERENCES person,
  word TEXT NOT NULL,
  order_qty TEXT NOT NULL,
  total_minor INTEGER NOT NULL,
  rule_set_version INTEGER NOT NULL,
  orders_version INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
INSERT INTO evaluation VALUES(1,1795954911708000,'PROD-001','os:root','to_order','100',159900,1,0,'order 100 from Northside Bearings Supply for 1599.00 before tax, approved automatically');
INSERT INTO evaluation VALUES(2,1795954911819000,'PROD-104','os:root','needs_approval','1',1000001,1,0,'order 1 from General Drives Supply for 10000.01 before tax, needs approval');
INSERT INTO evaluation VALUES(3,1795954996853000,'PROD-002','os:root','to_order','245',379750,1,0,'order 245 from Example Fasteners for 3797.50 before tax, approved automatically');
INSERT INTO evaluation VALUES(4,1795954996904000,'PROD-002','os:root','to_order','300',465000,1,0,'order 300 from Example Fasteners for 4650.00 before tax, approved automatically');
CREATE TABLE product_override(
  product_id TEXT PRIMARY KEY CHECK(length(product_id) BETWEEN 1 AND 50),
  event INTEGER NOT NULL UNIQUE REFERENCES audit_event,
  qty INTEGER NOT NULL CHECK(qty BETWEEN 0 AND 1000000000),
  supplier_id TEXT NOT NULL CHECK(length(supplier_id) <= 50),
  reason TEXT NOT NULL CHECK(length(trim(reason)) > 0 AND length(reason) <= 2000),
  basis TEXT NOT NULL CHECK(length(basis) >= 2),
  set_by TEXT NOT NULL REFERENCES person,
  set_at_us INTEGER NOT NULL,
  CHECK(qty > 0 OR supplier_id <> '')
) STRICT;
INSERT INTO product_override VALUES('PROD-002',16,300,'','Fair next week','{"available_qty":"5","avg_daily_demand":"50","is_active":true,"lead_time_days":"5","moq":"100","on_order_qty":"0","order_multiple":"1","supplier_id":"SUP-002","unit_price":"15.50"}','os:root',1795954996874000);
CREATE TABLE order_batch(
  batch_id TEXT PRIMARY KEY CHECK(length(batch_id) = 36),
  person_id TEXT NOT NULL REFERENCES person,
  started_at_us INTEGER NOT NULL,
  closed_at_us INTEGER
) STRICT;
CREATE TABLE order_batch_item(
  batch_id TEXT NOT NULL REFERENCES order_batch,
  position INTEGER NOT NULL CHECK(position >= 0),
  product_id TEXT NOT NULL CHECK(length(product_id) BETWEEN 1 AND 50),
  supplier_id TEXT NOT NULL,
  idem_key TEXT NOT NULL CHECK(length(idem_key) BETWEEN 1 AND 255),
  PRIMARY KEY(batch_id, position),
  UNIQUE(batch_id, product_id)
) STRICT;
CREATE TABLE catalogue_change(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id VARCHAR(50)
);
CREATE TABLE catalogue_bulk(id INTEGER PRIMARY KEY);
DELETE FROM sqlite_sequence;
CREATE INDEX oms_history_product ON oms_history(product_id, last_updated, id);
CREATE UNIQUE INDEX inventory_levels_product ON inventory_levels(product_id, warehouse_id);
CREATE UNIQUE INDEX supplier_info_product ON supplier_info(product_id, supplier_id);
CREATE UNIQUE INDEX uom_conversion_product ON uom_conversion(product_id, from_uom, to_uom);
CREATE INDEX audit_of_object ON audit_event(object_id, seq);
CREATE INDEX audit_of_product ON audit_event(product_id, seq);
CREATE INDEX order_queue ON purchase_order(status, created_at_us);
CREATE INDEX order_of_product ON purchase_order(product_id, status);
CREATE INDEX outbox_due ON outbox(not_before_us) WHERE state IN ('READY', 'LEASED');
CREATE INDEX evaluation_of_product ON evaluation(product_id, at_us);
CREATE INDEX order_batch_open ON order_batch(person_id) WHERE closed_at_us IS NULL;
CREATE INDEX outbox_letter ON outbox(letter_id) WHERE letter_id IS NOT NULL;
CREATE TRIGGER person_kept BEFORE DELETE ON person
BEGIN
  SELECT RAISE(ABORT, 'PERSON_NO_DELETE');
END;
CREATE TRIGGER person_identity BEFORE UPDATE OF person_id, kind ON person
BEGIN
  SELECT RAISE(ABORT, 'PERSON_FROZEN');
END;
CREATE TRIGGER audit_chain BEFORE INSERT ON audit_event
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_event)
  OR NEW.prev_hash <> coalesce((SELECT hash FROM audit_event ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN
  SELECT RAISE(ABORT, 'AUDIT_CHAIN');
END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit_event
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit_event
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER rule_set_numbered BEFORE INSERT ON rule_set_version
WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM rule_set_version)
BEGIN
  SELECT RAISE(ABORT, 'RULE_SET_NUMBER');
END;
CREATE TRIGGER rule_set_second_person BEFORE INSERT ON rule_set_version
WHEN NEW.version > 1 AND (SELECT value FROM setting WHERE name = 'single_operator') <> '1'
  AND (NEW.second_person IS NULL OR NEW.second_person = NEW.published_by)
BEGIN
  SELECT RAISE(ABORT, 'RULE_SET_SECOND_PERSON');
END;
CREATE TRIGGER rule_set_no_update BEFORE UPDATE ON rule_set_version
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER rule_set_no_delete BEFORE DELETE ON rule_set_version
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER rule_pack_complete BEFORE INSERT ON rule_pack
WHEN NEW.position >= (SELECT pack_count FROM rule_set_version WHERE version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'RULE_SET_COMPLETE');
END;
CREATE TRIGGER rule_pack_no_update BEFORE UPDATE ON rule_pack
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER rule_pack_no_delete BEFORE DELETE ON rule_pack
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER basis_only_rises BEFORE UPDATE ON product_basis
WHEN NEW.version <> OLD.version + 1 OR NEW.product_id <> OLD.product_id
BEGIN
  SELECT RAISE(ABORT, 'BASIS_ONLY_RISES');
END;
CREATE TRIGGER basis_kept BEFORE DELETE ON product_basis
BEGIN
  SELECT RAISE(ABORT, 'BASIS_ONLY_RISES');
END;
CREATE TRIGGER order_born BEFORE INSERT ON purchase_order
WHEN NEW.version <> 1 OR NEW.received_qty <> 0 OR NEW.decided_by IS NOT NULL OR NEW.changed_by <> NEW.created_by OR NOT (
     (NEW.status = 'DRAFT' AND NEW.rule_set_version IS NULL)
  OR (NEW.status = 'PENDING_APPROVAL' AND NEW.approvals_required > 0)
  OR (NEW.status = 'APPROVED' AND NEW.approvals_required = 0 AND NEW.rule_set_version IS NOT NULL))
BEGIN
  SELECT RAISE(ABORT, 'ORDER_BAD_BIRTH');
END;
CREATE TRIGGER order_numbered BEFORE INSERT ON purchase_order
WHEN NEW.number_in_year <> (SELECT coalesce(max(number_in_year), 0) + 1 FROM purchase_order
                            WHERE number_year = NEW.number_year)
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NUMBER');
END;
CREATE TRIGGER order_born_audited BEFORE INSERT ON purchase_order
WHEN NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.last_event AND object_id = NEW.po_id)
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NOT_AUDITED');
END;
CREATE TRIGGER order_changes BEFORE UPDATE ON purchase_order
WHEN NEW.version <> OLD.version + 1
  OR NOT EXISTS(SELECT 1 FROM order_transition WHERE old = OLD.status AND new = NEW.status)
BEGIN
  SELECT RAISE(ABORT, 'ORDER_BAD_TRANSITION');
END;
CREATE TRIGGER order_audited BEFORE UPDATE ON purchase_order
WHEN NEW.last_event <= OLD.last_event
  OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.last_event AND object_id = NEW.po_id)
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NOT_AUDITED');
END;
CREATE TRIGGER order_frozen BEFORE UPDATE OF po_id, po_number, number_year, number_in_year, batch_id, product_id,
  product_name, supplier_id, supplier_name, supplier_email, qty, uom, currency, unit_price_minor, total_minor,
  discount_minor, tax_minor, to_pay_minor, lead_time_days, rule_set_version, facts_json, decision_json, content_hash,
  approvals_required, send_intended, created_by, created_at_us ON purchase_order
BEGIN
  SELECT RAISE(ABORT, 'ORDER_FROZEN');
END;
CREATE TRIGGER order_kept BEFORE DELETE ON purchase_order
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NO_DELETE');
END;
CREATE TRIGGER order_decided BEFORE UPDATE OF decided_by, decided_at_us ON purchase_order
WHEN (NEW.decided_by IS NOT OLD.decided_by OR NEW.decided_at_us IS NOT OLD.decided_at_us) AND OLD.status <> 'PENDING_APPROVAL'
BEGIN
  SELECT RAISE(ABORT, 'ORDER_DECIDED');
END;
CREATE TRIGGER order_received BEFORE UPDATE OF received_qty ON purchase_order
WHEN NEW.received_qty < OLD.received_qty OR (NEW.received_qty > OLD.received_qty AND OLD.status <> 'SENT')
BEGIN
  SELECT RAISE(ABORT, 'ORDER_RECEIPT');
END;
CREATE TRIGGER order_raises_basis AFTER UPDATE ON purchase_order
BEGIN
  UPDATE product_basis SET version = version + 1 WHERE product_id = NEW.product_id;
END;
CREATE TRIGGER approval_rules BEFORE INSERT ON approval
BEGIN
  SELECT CASE
    WHEN NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND status = 'PENDING_APPROVAL')
      THEN RAISE(ABORT, 'APPROVAL_NOT_PENDING')
    WHEN NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND content_hash = NEW.content_hash)
      THEN RAISE(ABORT, 'APPROVAL_STALE')
    WHEN EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND created_by = NEW.approver_id)
      AND NOT (NEW.single_operator = 1 AND (SELECT value FROM setting WHERE name = 'single_operator') = '1')
      THEN RAISE(ABORT, 'APPROVAL_OWN_ORDER')
    WHEN NOT EXISTS(SELECT 1 FROM person WHERE person_id = NEW.approver_id AND kind = 'person'
                    AND disabled_at_us IS NULL)
      THEN RAISE(ABORT, 'APPROVAL_PERSON')
  END;
END;
CREATE TRIGGER approval_no_update BEFORE UPDATE ON approval
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER approval_no_delete BEFORE DELETE ON approval
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER order_unapproved BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status IN ('APPROVED', 'SENDING') AND (SELECT count(*) FROM approval a WHERE a.po_id = NEW.po_id
  AND a.decision = 'approve' AND a.content_hash = NEW.content_hash) < NEW.approvals_required
BEGIN
  SELECT RAISE(ABORT, 'ORDER_UNAPPROVED');
END;
CREATE TRIGGER order_rejected BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status = 'REJECTED' AND NOT EXISTS(SELECT 1 FROM approval a WHERE a.po_id = NEW.po_id AND a.decision = 'reject')
BEGIN
  SELECT RAISE(ABORT, 'ORDER_UNDECIDED');
END;
CREATE TRIGGER outbox_born BEFORE INSERT ON outbox
WHEN NEW.state <> 'READY' OR NOT EXISTS(SELECT 1 FROM purchase_order WHERE po_id = NEW.po_id AND status = 'APPROVED')
BEGIN
  SELECT RAISE(ABORT, 'OUTBOX_NOT_APPROVED');
END;
CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox
BEGIN
  SELECT RAISE(ABORT, 'OUTBOX_NO_DELETE');
END;
CREATE TRIGGER order_sent BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status = 'SENT' AND OLD.status = 'SENDING'
  AND NOT EXISTS(SELECT 1 FROM outbox WHERE po_id = NEW.po_id AND state = 'DONE')
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NOT_DELIVERED');
END;
CREATE TRIGGER order_sending BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status = 'SENDING' AND NOT EXISTS(SELECT 1 FROM outbox WHERE po_id = NEW.po_id AND state = 'LEASED')
BEGIN
  SELECT RAISE(ABORT, 'ORDER_NOT_LEASED');
END;
CREATE TRIGGER order_cancelled BEFORE UPDATE OF status ON purchase_order
WHEN NEW.status IN ('CANCELLED', 'REJECTED')
  AND EXISTS(SELECT 1 FROM outbox WHERE po_id = NEW.po_id AND state IN ('READY', 'LEASED'))
BEGIN
  SELECT RAISE(ABORT, 'ORDER_MESSAGE_WAITING');
END;
CREATE TRIGGER idempotency_no_update BEFORE UPDATE ON idempotency
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER override_born BEFORE INSERT ON product_override
WHEN NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.event AND product_id = NEW.product_id)
BEGIN
  SELECT RAISE(ABORT, 'OVERRIDE_NOT_AUDITED');
END;
CREATE TRIGGER override_changes BEFORE UPDATE ON product_override
WHEN NEW.product_id <> OLD.product_id OR NEW.event <= OLD.event
  OR NOT EXISTS(SELECT 1 FROM audit_event WHERE seq = NEW.event AND product_id = NEW.product_id)
BEGIN
  SELECT RAISE(ABORT, 'OVERRIDE_NOT_AUDITED');
END;
CREATE TRIGGER order_batch_item_kept BEFORE UPDATE ON order_batch_item
BEGIN
  SELECT RAISE(ABORT, 'APPEND_ONLY');
END;
CREATE TRIGGER products_insert_seen AFTER INSERT ON products WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
END;
CREATE TRIGGER products_update_seen AFTER UPDATE ON products WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
  INSERT INTO catalogue_change(product_id) SELECT OLD.product_id WHERE OLD.product_id <> NEW.product_id;
END;
CREATE TRIGGER products_delete_seen AFTER DELETE ON products WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (OLD.product_id);
END;
CREATE TRIGGER oms_history_insert_seen AFTER INSERT ON oms_history WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
END;
CREATE TRIGGER oms_history_update_seen AFTER UPDATE ON oms_history WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
  INSERT INTO catalogue_change(product_id) SELECT OLD.product_id WHERE OLD.product_id <> NEW.product_id;
END;
CREATE TRIGGER oms_history_delete_seen AFTER DELETE ON oms_history WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (OLD.product_id);
END;
CREATE TRIGGER inventory_levels_insert_seen AFTER INSERT ON inventory_levels WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
END;
CREATE TRIGGER inventory_levels_update_seen AFTER UPDATE ON inventory_levels WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
  INSERT INTO catalogue_change(product_id) SELECT OLD.product_id WHERE OLD.product_id <> NEW.product_id;
END;
CREATE TRIGGER inventory_levels_delete_seen AFTER DELETE ON inventory_levels WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (OLD.product_id);
END;
CREATE TRIGGER supplier_info_insert_seen AFTER INSERT ON supplier_info WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
END;
CREATE TRIGGER supplier_info_update_seen AFTER UPDATE ON supplier_info WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
  INSERT INTO catalogue_change(product_id) SELECT OLD.product_id WHERE OLD.product_id <> NEW.product_id;
END;
CREATE TRIGGER supplier_info_delete_seen AFTER DELETE ON supplier_info WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (OLD.product_id);
END;
CREATE TRIGGER uom_conversion_insert_seen AFTER INSERT ON uom_conversion WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
END;
CREATE TRIGGER uom_conversion_update_seen AFTER UPDATE ON uom_conversion WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (NEW.product_id);
  INSERT INTO catalogue_change(product_id) SELECT OLD.product_id WHERE OLD.product_id <> NEW.product_id;
END;
CREATE TRIGGER uom_conversion_delete_seen AFTER DELETE ON uom_conversion WHEN NOT EXISTS(SELECT 1 FROM catalogue_bulk)
BEGIN
  INSERT INTO catalogue_change(product_id) VALUES (OLD.product_id);
END;
CREATE TRIGGER outbox_changes BEFORE UPDATE ON outbox
WHEN NEW.msg_id <> OLD.msg_id OR NEW.po_id <> OLD.po_id OR NEW.kind <> OLD.kind OR OLD.state = 'DONE'
  OR (NEW.state = 'DONE' AND OLD.state <> 'LEASED')
  OR (NEW.state = 'LEASED' AND (OLD.state NOT IN ('READY', 'LEASED') OR NEW.letter_id IS NULL))
  OR (NEW.letter_id IS NOT OLD.letter_id AND OLD.letter_id IS NOT NULL AND OLD.state <> 'DEAD')
BEGIN
  SELECT RAISE(ABORT, 'OUTBOX_BAD_CHANGE');
END;
COMMIT;
PRAGMA application_id=1346785388;
PRAGMA user_version=7;
