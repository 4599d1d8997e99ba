#pragma once

#include "app/services/service_group.h"
#include "app/wiring/installation.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace purchasing::tests {

/// All seven services on an embedded file with the demo products, each on a free port. The ports may be
/// changed before anything is served, and what the program is told chosen.
class RunningServices
{
public:
    explicit RunningServices(const std::function<void(FlowPorts&)>& adjust = {}, int mostAtOnce = 1000,
                             TlsIdentity tls = {}, const std::function<void(ServiceOptions&)>& choose = {})
    {
        Result<Installation> opened = openInstallation(file(), {}, false, NewDatabase::Demo);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_ports = opened->ports;
        ServiceSetup setup;
        setup.ports = m_ports;
        setup.ruleSets = m_ports.rules;
        setup.changes = opened->changes;
        setup.channel = opened->channel;
        setup.actor = *m_ports.people->operatingSystemUser().result();
        const auto local = std::make_shared<LocalDecisions>(m_ports.rules, m_ports.people);
        setup.ports.decisions = local;
        setup.rules = [local] { return local->rulesInForce(); };
        if (adjust)
            adjust(setup.ports);
        ServiceOptions options;
        options.services = kServiceNames;
        for (const std::string& name : kServiceNames)
            options.ports[name] = 0;
        options.httpPort = 0;
        options.rulesHttpPort = 0;
        options.mostAtOnce = mostAtOnce;
        options.tls = std::move(tls);
        if (choose)
            choose(options);
        if (const auto spans = openTrace(options.trace))
            setup.spans = *spans;
        m_group = std::make_unique<ServiceGroup>(std::move(setup), options);
        const Result<Done> started = m_group->start();
        if (!started)
            qFatal("%s", qPrintable(started.error().message));
    }

    [[nodiscard]] int httpPort(const std::string& service = "orchestrator") const
    {
        return m_group->httpPort(service);
    }
    [[nodiscard]] int port(const std::string& service) const { return m_group->port(service); }
    [[nodiscard]] std::string address(const std::string& service) const
    {
        return "127.0.0.1:" + std::to_string(port(service));
    }
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("services.sqlite")); }
    /// What the services stand on, for looking past them.
    [[nodiscard]] const FlowPorts& ports() const { return m_ports; }
    [[nodiscard]] ServiceGroup& group() { return *m_group; }

private:
    QTemporaryDir m_folder;
    FlowPorts m_ports;
    std::unique_ptr<ServiceGroup> m_group;
};

} // namespace purchasing::tests
