#!/usr/bin/env python3
"""Servers of the reference system: another implementation of gRPC, and only the fixed fields and methods.

  existing_server.py FOLDER

FOLDER has the code that protoc made of tests/data/wire. Serves all but the rule engine on free ports of this machine and
says where: oms=ADDRESS inventory=ADDRESS supplier=ADDRESS uom=ADDRESS po=ADDRESS on one line. What is created and sent is
said on a line each. Ends with its standard input.
"""
import sys
from concurrent import futures

sys.path.insert(0, sys.argv[1])
import grpc  # noqa: E402
import inventory_pb2, inventory_pb2_grpc  # noqa: E402,E401
import oms_pb2, oms_pb2_grpc  # noqa: E402,E401
import po_pb2, po_pb2_grpc  # noqa: E402,E401
import supplier_pb2, supplier_pb2_grpc  # noqa: E402,E401
import uom_pb2, uom_pb2_grpc  # noqa: E402,E401

KNOWN = "PROD-002"


def known(request, context):
    if request.product_id != KNOWN:
        context.abort(grpc.StatusCode.NOT_FOUND, f"{request.product_id} is not known")


class Oms(oms_pb2_grpc.OmsServiceServicer):
    def GetHistory(self, request, context):
        known(request, context)
        return oms_pb2.HistoryResponse(product_id=KNOWN, avg_daily_demand=50.0, trend="stable")

    def HealthCheck(self, request, context):
        return oms_pb2.HealthResponse(status="healthy", service="oms-service")


class Inventory(inventory_pb2_grpc.InventoryServiceServicer):
    def GetLevels(self, request, context):
        known(request, context)
        return inventory_pb2.LevelsResponse(product_id=KNOWN, available_qty=5, reserved_qty=2)

    def HealthCheck(self, request, context):
        return inventory_pb2.HealthResponse(status="healthy", service="inventory-service")


class Supplier(supplier_pb2_grpc.SupplierServiceServicer):
    def GetInfo(self, request, context):
        known(request, context)
        return supplier_pb2.InfoResponse(product_id=KNOWN, moq=100, lead_time_days=5, unit_price=15.5,
                                         supplier_name="Acme")

    def HealthCheck(self, request, context):
        return supplier_pb2.HealthResponse(status="healthy", service="supplier-service")


class Uom(uom_pb2_grpc.UomServiceServicer):
    def GetConversion(self, request, context):
        known(request, context)
        return uom_pb2.ConversionResponse(product_id=KNOWN, base_unit="EA", case_qty=12)

    def HealthCheck(self, request, context):
        return uom_pb2.HealthResponse(status="healthy", service="uom-service")


class Po(po_pb2_grpc.PoServiceServicer):
    def __init__(self):
        self.orders = {}

    def Create(self, request, context):
        order = po_pb2.PurchaseOrder(po_id=f"THEIRS-{len(self.orders) + 1}", product_id=request.product_id,
                                     supplier_id=request.supplier_id, qty=request.qty, unit_price=request.unit_price,
                                     total_amount=request.total_amount, status="draft",
                                     created_at="2026-01-31T10:00:00Z")
        self.orders[order.po_id] = order
        print("created", order.product_id, order.supplier_id, order.qty, order.total_amount, flush=True)
        return po_pb2.CreateResponse(po=order)

    def Send(self, request, context):
        order = self.orders[request.po_id]
        order.status = "sent"
        order.sent_at = "2026-01-31T10:00:01Z"
        print("sent", order.po_id, flush=True)
        return po_pb2.SendResponse(success=True, message="sent", po=order)

    def HealthCheck(self, request, context):
        return po_pb2.HealthResponse(status="healthy", service="po-service")


places = []
servers = []
for name, add, servicer in (
        ("oms", oms_pb2_grpc.add_OmsServiceServicer_to_server, Oms()),
        ("inventory", inventory_pb2_grpc.add_InventoryServiceServicer_to_server, Inventory()),
        ("supplier", supplier_pb2_grpc.add_SupplierServiceServicer_to_server, Supplier()),
        ("uom", uom_pb2_grpc.add_UomServiceServicer_to_server, Uom()),
        ("po", po_pb2_grpc.add_PoServiceServicer_to_server, Po())):
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
    add(servicer, server)
    places.append(f"{name}=127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}")
    server.start()
    servers.append(server)
print(*places, flush=True)
sys.stdin.read()
