#!/usr/bin/env python3
"""An existing client of the reference system: another implementation of gRPC, and only the fixed fields and methods.

  existing_client.py FOLDER oms=ADDRESS inventory=ADDRESS supplier=ADDRESS uom=ADDRESS rules=ADDRESS po=ADDRESS SUPPLIER

FOLDER has the code that protoc made of tests/data/wire. SUPPLIER is one that offers PROD-003. Says what is wrong and ends
with 1, or "all as expected".
"""
import math
import sys

sys.path.insert(0, sys.argv[1])
import grpc  # noqa: E402
import inventory_pb2, inventory_pb2_grpc  # noqa: E402,E401
import oms_pb2, oms_pb2_grpc  # noqa: E402,E401
import po_pb2, po_pb2_grpc  # noqa: E402,E401
import rule_engine_pb2, rule_engine_pb2_grpc  # noqa: E402,E401
import supplier_pb2, supplier_pb2_grpc  # noqa: E402,E401
import uom_pb2, uom_pb2_grpc  # noqa: E402,E401

ADDRESS = dict(argument.split("=", 1) for argument in sys.argv[2:-1])
SUPPLIER = sys.argv[-1]


def expect(what, got, wanted):
    if got != wanted:
        sys.exit(f"{what}: {got!r} instead of {wanted!r}")


def stub(kind, service):
    return kind(grpc.insecure_channel(ADDRESS[service]))


oms = stub(oms_pb2_grpc.OmsServiceStub, "oms")
history = oms.GetHistory(oms_pb2.HistoryRequest(product_id="PROD-002"))
expect("demand", (history.product_id, history.avg_daily_demand), ("PROD-002", 50.0))
health = oms.HealthCheck(oms_pb2.HealthRequest())
expect("health", (health.status, health.service), ("healthy", "oms-service"))
try:
    oms.GetHistory(oms_pb2.HistoryRequest(product_id="GHOST"))
    sys.exit("GHOST has a history")
except grpc.RpcError as error:
    expect("unknown product", error.code(), grpc.StatusCode.NOT_FOUND)

inventory = stub(inventory_pb2_grpc.InventoryServiceStub, "inventory")
levels = inventory.GetLevels(inventory_pb2.LevelsRequest(product_id="PROD-002"))
expect("stock", levels.available_qty, 5)
expect("inventory health", inventory.HealthCheck(inventory_pb2.HealthRequest()).service, "inventory-service")

supplier = stub(supplier_pb2_grpc.SupplierServiceStub, "supplier")
info = supplier.GetInfo(supplier_pb2.InfoRequest(product_id="PROD-002"))
expect("supplier", (info.moq, info.lead_time_days, info.unit_price), (100, 5, 15.5))
expect("supplier health", supplier.HealthCheck(supplier_pb2.HealthRequest()).service, "supplier-service")

uom = stub(uom_pb2_grpc.UomServiceStub, "uom")
units = uom.GetConversion(uom_pb2.ConversionRequest(product_id="PROD-002"))
expect("units", units.product_id, "PROD-002")
expect("uom health", uom.HealthCheck(uom_pb2.HealthRequest()).service, "uom-service")

rules = stub(rule_engine_pb2_grpc.RuleEngineServiceStub, "rules")
asked = rule_engine_pb2.EvaluateRequest(
    oms_data=rule_engine_pb2.OmsData(product_id="PROD-002", avg_daily_demand=history.avg_daily_demand, trend=history.trend),
    inventory_data=rule_engine_pb2.InventoryData(product_id="PROD-002", available_qty=levels.available_qty,
                                                 current_qty=levels.available_qty),
    supplier_data=rule_engine_pb2.SupplierData(supplier_id="SUP-002", product_id="PROD-002", moq=info.moq,
                                               lead_time_days=info.lead_time_days, unit_price=info.unit_price,
                                               is_active=True))
decided = rules.Evaluate(asked)
expect("decision", (decided.need_reorder, decided.shortage, decided.order_qty, decided.total_amount,
                    decided.requires_approval, decided.approval_status, decided.should_create_po,
                    decided.should_send_po, decided.po_status, decided.send_method, decided.grand_total),
       (True, 245.0, 245, 3797.5, False, "auto_approved", True, True, "approved", "email", 4101.3))
asked.oms_data.avg_daily_demand = math.nan
try:
    rules.Evaluate(asked)
    sys.exit("a demand that is no number was decided")
except grpc.RpcError as error:
    expect("no number", error.code(), grpc.StatusCode.INVALID_ARGUMENT)
expect("rules health", rules.HealthCheck(rule_engine_pb2.HealthRequest()).service, "rule-engine-service")

po = stub(po_pb2_grpc.PoServiceStub, "po")
created = po.Create(po_pb2.CreateRequest(product_id="PROD-003", supplier_id=SUPPLIER, qty=10, unit_price=25.0,
                                         total_amount=250.0)).po
expect("created", (created.status, created.qty, created.total_amount, created.sent_at), ("draft", 10, 250.0, ""))
sent = po.Send(po_pb2.SendRequest(po_id=created.po_id))
expect("sent", (sent.success, sent.po.status, sent.po.po_id), (True, "sent", created.po_id))
large = po.Create(po_pb2.CreateRequest(product_id="PROD-003", supplier_id=SUPPLIER, qty=1000, unit_price=25.0,
                                       total_amount=25000.0)).po
refused = po.Send(po_pb2.SendRequest(po_id=large.po_id))
expect("above the limit", (refused.success, refused.po.status), (False, "pending_approval"))
try:
    po.Send(po_pb2.SendRequest(po_id=large.po_id))
    sys.exit("an order that waits for approval was sent")
except grpc.RpcError as error:
    expect("not approved", error.code(), grpc.StatusCode.FAILED_PRECONDITION)
expect("po health", po.HealthCheck(po_pb2.HealthRequest()).service, "po-service")
print("all as expected")
