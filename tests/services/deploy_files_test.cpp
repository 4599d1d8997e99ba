#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/services/deploy_files.h"

namespace purchasing::tests {

/// What resources/deploy says of the program is so: settings, ports, paths, metrics, and who calls whom.
class DeployFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingIsOne()
    {
        Names known = Program::known().settings;
        QVERIFY(known.size() > 30);
        known.insert(kOthersNames.begin(), kOthersNames.end());
        for (const auto& [file, content] : files()) {
            const Names unknown = missing(
                namesIn(content, R"((?<![\w\[])(?:-D)?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?!\w))"), known);
            QVERIFY2(unknown.empty(), qPrintable(file + QLatin1String(": ") + shown(unknown)));
        }
        for (const Service& service : services()) {
            const QString file = QStringLiteral("systemd/settings/%1.env").arg(service.name);
            QVERIFY2(files().count(file) == 1, qPrintable(file));
        }
    }

    void everyPortIsOne()
    {
        const auto& ports = Program::known().ports;
        QVERIFY(ports.size() >= services().size() + 3); // And HTTP twice, and the database server's.
        Names status; // Each service has one of its own.
        for (const auto& [file, content] : files())
            status.merge(namesIn(content, R"(STATUS_PORT(?:=|: |, value: \x22)(\d+))"));
        QCOMPARE(status.size(), services().size());
        Names known = status;
        known.insert(QStringLiteral("53")); // Names.
        for (const auto& [variable, port] : ports)
            known.insert(port);
        for (const auto& [file, content] : files()) {
            const Names unknown =
                missing(namesIn(content, R"((?:[a-z]:|[Pp]ort: \x22?|PORT: \x22?|PORT=)(\d{2,5})\b)"), known);
            QVERIFY2(unknown.empty(), qPrintable(file + QLatin1String(": ") + shown(unknown)));
            // A service is where its own name and port are.
            for (const Service& service : services()) {
                const QString pattern =
                    QStringLiteral(R"((?<![A-Z_])%1_ADDRESS(?:=|: |, value: \x22)([^\s\x22]+))")
                        .arg(service.name.toUpper());
                const QString place = service.name + QStringLiteral(".purchasing:") + ports.at(service.port);
                const Names named = namesIn(content, pattern.toLatin1().constData());
                QVERIFY2(named.empty() || named == Names{place},
                         qPrintable(file + QLatin1String(": ") + shown(named)));
            }
        }
    }

    /// The table of the page says the ports that are used.
    void thePageSaysThePorts()
    {
        const auto& ports = Program::known().ports;
        for (const Service& service : services()) {
            const QString http =
                service.httpPort.isEmpty() ? QString() : ports.at(service.httpPort) + QLatin1Char(' ');
            const QString row =
                QStringLiteral("| `%1` | %2 | %3| %4 |")
                    .arg(service.name, ports.at(service.port), http,
                         variableOf(containerOf(service.name), QStringLiteral("STATUS_PORT")));
            QVERIFY2(files().at(QStringLiteral("README.md")).contains(row), qPrintable(row));
        }
    }

    /// Each service has its objects, which agree on its ports, and is started as the program wants it.
    void everyServiceRunsInTheCluster()
    {
        const auto& program = Program::known();
        for (const char* kind : {"Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget"})
            QCOMPARE(objects(kind).size(), services().size());
        for (const Service& service : services()) {
            const YAML::Node container = containerOf(service.name);
            const QString status = variableOf(container, QStringLiteral("STATUS_PORT"));
            QVERIFY2(!status.isEmpty(), qPrintable(service.name));
            const QString http = service.httpPort.isEmpty() ? QString() : program.ports.at(service.httpPort);
            const YAML::Node served = objects("Service").at(service.name)["spec"]["ports"];
            for (const char* key : {"containerPort", "port"}) {
                const YAML::Node list = *key == 'c' ? container["ports"] : served;
                QCOMPARE(portIn(list, "grpc", key), program.ports.at(service.port));
                QCOMPARE(portIn(list, "http", key), http);
                QCOMPARE(portIn(list, "status", key), status);
            }
            QCOMPARE(text(container["args"][0]), service.name);
            for (const YAML::Node& argument : container["args"]) {
                const QString said = text(argument);
                QVERIFY2(program.commands.count(said) + program.flags.count(said) == 1, qPrintable(said));
            }
            for (const char* part : {"requests", "limits"}) {
                QVERIFY(at(container, {"resources", part, "cpu"}));
                QVERIFY(at(container, {"resources", part, "memory"}));
            }
            QVERIFY(
                !text(objects("HorizontalPodAutoscaler").at(service.name)["spec"]["maxReplicas"]).isEmpty());
            QVERIFY(text(podOf(service.name)["terminationGracePeriodSeconds"]).toInt() > 15);
            // Otherwise the cluster would set PO_PORT and its like, which the program reads.
            QCOMPARE(text(podOf(service.name)["enableServiceLinks"]), QStringLiteral("false"));
        }
        QCOMPARE(podOf(QStringLiteral("po"))["hostname"].Scalar(), std::string("po"));
        // What kubectl is told to apply is all there is.
        Names applied =
            texts(documents(QStringLiteral("kubernetes/kustomization.yaml")).front()["resources"]);
        applied.insert(QStringLiteral("kustomization.yaml"));
        const QStringList there = QDir(deployFolder() + QStringLiteral("/kubernetes")).entryList(QDir::Files);
        QCOMPARE(applied, Names(there.begin(), there.end()));
    }

    void everyProbeIsAnswered()
    {
        const RunningProgram running;
        Names paths;
        for (const Service& service : services()) {
            const YAML::Node container = containerOf(service.name);
            for (const char* probe : {"startupProbe", "livenessProbe", "readinessProbe"}) {
                const YAML::Node asked = at(container, {probe, "httpGet"});
                paths.insert(text(asked["path"]));
                QCOMPARE(text(asked["port"]), QStringLiteral("status"));
                QCOMPARE(text(asked["scheme"]), QStringLiteral("HTTPS"));
            }
        }
        for (const auto& [file, content] : files())
            paths.merge(namesIn(content, R"(metrics_path: (\S+))"));
        QCOMPARE(paths.size(), std::size_t(3));
        for (const QString& path : paths) {
            const QByteArray answer = get(running.httpPort(), path);
            QVERIFY2(answer.startsWith("HTTP/1.1 200 "), qPrintable(path + QString::fromUtf8(answer)));
        }
    }

    /// The images are built of what is there, and the compose file starts what the program has.
    void everyContainerIsStartedAsTheProgramWantsIt()
    {
        const auto& program = Program::known();
        const YAML::Node compose = documents(QStringLiteral("containers/compose.yaml")).front();
        for (const Service& service : services()) {
            const YAML::Node started = compose["services"][service.name.toStdString()];
            QVERIFY2(started, qPrintable(service.name));
            QCOMPARE(text(started["command"][0]), service.name);
            QCOMPARE(texts(at(started, {"networks", "default", "aliases"})),
                     Names{service.name + QStringLiteral(".purchasing")});
            QVERIFY(text(started["stop_grace_period"]).chopped(1).toInt() > 10);
            Names wanted;
            for (const QString& port :
                 {program.ports.at(service.port), text(at(started, {"environment", "STATUS_PORT"})),
                  service.httpPort.isEmpty() ? QString() : program.ports.at(service.httpPort)}) {
                if (!port.isEmpty())
                    wanted.insert(QStringLiteral("127.0.0.1:%1:%1").arg(port));
            }
            QCOMPARE(texts(started["ports"]), wanted);
        }
        for (const auto& entry : compose["services"]) {
            const YAML::Node started = entry.second;
            if (!started["entrypoint"]) {
                for (const YAML::Node& word : started["command"]) {
                    const QString said = text(word);
                    if (said.startsWith(QLatin1String("--")))
                        QVERIFY2(program.flags.count(said) == 1, qPrintable(said));
                }
                if (started["command"])
                    QVERIFY(program.commands.count(text(started["command"][0])) == 1);
            }
            if (!started["build"])
                continue;
            const QString file = text(started["build"]["dockerfile"]);
            QVERIFY2(file.startsWith(QLatin1String("resources/deploy/")), qPrintable(file));
            const QString recipe = contentOf(QStringLiteral(PURCHASING_SOURCE "/") + file);
            Names given;
            for (const auto& argument : started["build"]["args"])
                given.insert(text(argument.first));
            QCOMPARE(given, namesIn(recipe, R"(^ARG (\w+))"));
            QCOMPARE(namesIn(recipe, R"(^FROM (\S+))"), Names{QStringLiteral("${BASE}")});
            for (const QString& line : captures(recipe, R"(^COPY (?!--)(.+) \S+$)")) {
                for (const QString& source : line.split(QLatin1Char(' ')))
                    QVERIFY2(QFile::exists(QStringLiteral(PURCHASING_SOURCE "/") + source),
                             qPrintable(source));
            }
        }
    }

    void everyUnitStartsWhatTheProgramHas()
    {
        const QString unit = files().at(QStringLiteral("systemd/purchasing@.service"));
        const QStringList started = captures(unit, R"(^ExecStart=/usr/bin/purchasing-services (.+)$)");
        QCOMPARE(started.size(), 1);
        const QStringList words = started.first().split(QLatin1Char(' '));
        QCOMPARE(words.first(), QStringLiteral("%i"));
        for (const QString& flag : words.mid(1))
            QVERIFY2(Program::known().flags.count(flag) == 1, qPrintable(flag));
        Names wanted;
        for (const Service& service : services())
            wanted.insert(service.name);
        QCOMPARE(
            namesIn(files().at(QStringLiteral("systemd/purchasing.target")), R"(purchasing@(\w+)\.service)"),
            wanted);
        QVERIFY(captures(unit, R"(^TimeoutStopSec=(\d+)$)").value(0).toInt() > 10);
    }

    /// Who may open a connection to whom is what the policies say, as far as a service is told where the
    /// other one is: "any" of ours may ask, and those that do need the address.
    void theNetworkAllowsWhatThePoliciesSay()
    {
        const auto policies = objects("NetworkPolicy");
        const auto portOf = [](const QString& name) {
            return Program::known().ports.at(name.toUpper() + QStringLiteral("_PORT"));
        };
        for (const Service& callee : services()) {
            const MayCall may(callee);
            const YAML::Node policy = policies.at(callee.name)["spec"];
            QCOMPARE(text(at(policy, {"podSelector", "matchLabels", "app.kubernetes.io/name"})), callee.name);
            const Names into =
                peers(policy["ingress"], "from", [&](const QString&) { return portOf(callee.name); });
            Names wanted;
            Names out;
            Names told;
            for (const Service& caller : services()) {
                const bool isTold =
                    !variableOf(containerOf(caller.name), callee.name.toUpper() + QStringLiteral("_ADDRESS"))
                         .isEmpty();
                if (isTold)
                    told.insert(caller.name);
                if (may.named.count(caller.name) > 0 || (may.any && isTold))
                    wanted.insert(caller.name);
                if (peers(policies.at(caller.name)["spec"]["egress"], "to", portOf).count(callee.name) > 0)
                    out.insert(caller.name);
            }
            const auto compared = [&callee](const char* what, const Names& is, const Names& should) {
                return QStringLiteral("%1: %2 %3, should be %4")
                    .arg(callee.name, QLatin1String(what), shown(is), shown(should));
            };
            QVERIFY2(told == wanted, qPrintable(compared("its address is told to", told, wanted)));
            QVERIFY2(into == wanted, qPrintable(compared("lets in", into, wanted)));
            QVERIFY2(out == wanted, qPrintable(compared("may be gone to by", out, wanted)));
            const bool letsPeople =
                std::any_of(policy["ingress"].begin(), policy["ingress"].end(), [](const YAML::Node& rule) {
                    return !text(at(rule["from"][0],
                                    {"namespaceSelector", "matchLabels", "purchasing-people"}))
                                .isEmpty();
                });
            QCOMPARE(letsPeople, may.people);
        }
        // And what the Orchestrator asks is what it says that it depends on.
        const RunningProgram running;
        const QByteArray answer = get(running.httpPort(), QStringLiteral("/ready"));
        const QStringList depends = QJsonDocument::fromJson(answer.mid(answer.indexOf('{')))
                                        .object()
                                        .value(QStringLiteral("dependencies"))
                                        .toObject()
                                        .keys();
        Names asked;
        for (const Service& callee : services()) {
            if (peers(policies.at(QStringLiteral("orchestrator"))["spec"]["egress"], "to", portOf)
                    .count(callee.name)
                > 0)
                asked.insert(callee.saysItIs);
        }
        QCOMPARE(asked, Names(depends.begin(), depends.end()));
    }

    /// Everything is refused that is not allowed, and nothing is allowed to or from everywhere.
    void theNetworkAllowsNothingElse()
    {
        const auto policies = objects("NetworkPolicy");
        QCOMPARE(policies.size(), services().size() + 3);
        const YAML::Node denied = policies.at(QStringLiteral("default-deny"))["spec"];
        QVERIFY(denied["podSelector"].IsMap() && denied["podSelector"].size() == 0);
        QCOMPARE(texts(denied["policyTypes"]), (Names{QStringLiteral("Egress"), QStringLiteral("Ingress")}));
        QVERIFY(!denied["ingress"] && !denied["egress"]);
        std::map<QString, Names> reached; // By what is no service.
        for (const auto& [name, policy] : policies) {
            for (const auto& [rules, direction] : {std::pair("ingress", "from"), std::pair("egress", "to")}) {
                for (const YAML::Node& rule : policy["spec"][rules]) {
                    QVERIFY2(rule[direction].size() > 0 && rule["ports"].size() > 0, qPrintable(name));
                    for (const YAML::Node& peer : rule[direction]) {
                        QVERIFY2(peer.IsMap() && peer.size() > 0, qPrintable(name));
                        const QString address = text(at(peer, {"ipBlock", "cidr"}));
                        QVERIFY2(address.isEmpty() || address.endsWith(QLatin1String("/32")),
                                 qPrintable(name));
                        if (!address.isEmpty()) {
                            QCOMPARE(rule["ports"].size(), std::size_t(1));
                            reached[text(rule["ports"][0]["port"])].insert(name);
                        }
                        for (const auto& selector : peer) {
                            QVERIFY2(selector.first.Scalar() == "ipBlock"
                                         || selector.second["matchLabels"].size() > 0,
                                     qPrintable(name));
                        }
                    }
                }
            }
        }
        Names withDatabase;
        for (const Service& service : services()) {
            if (Program::known().settings.count(service.name.toUpper() + QStringLiteral("_DB")) > 0)
                withDatabase.insert(service.name);
        }
        QCOMPARE(withDatabase.size(), std::size_t(5));
        const std::map<QString, Names> wanted = {
            {Program::known().ports.at(QStringLiteral("DB_PORT")), withDatabase}};
        QCOMPARE(reached, wanted);
        for (const Service& service : services()) {
            const bool isOnDatabase =
                texts(containerOf(service.name)["args"]).count(QStringLiteral("--mysql"));
            QCOMPARE(isOnDatabase, withDatabase.count(service.name) > 0);
        }
    }

    /// What the dashboard shows, and what is written about, is measured, under the labels that are asked for.
    void everyMetricIsMeasured()
    {
        const RunningProgram running;
        const QByteArray body = R"({"product_id":"PROD-002"})";
        QVERIFY(exchange(running.httpPort(),
                         "POST /purchasing/flow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                         "Content-Type: application/json\r\nContent-Length: "
                             + QByteArray::number(body.size()) + "\r\n\r\n" + body)
                    .startsWith("HTTP/1.1 200 "));
        std::map<QString, Names> measured = kComingMetrics;
        static const QRegularExpression sample(QStringLiteral(R"(^(\w+)(?:\{(.*)\})? \S+\r?$)"),
                                               QRegularExpression::MultilineOption);
        for (auto match =
                 sample.globalMatch(QString::fromUtf8(get(running.httpPort(), QStringLiteral("/metrics"))));
             match.hasNext();) {
            const auto line = match.next();
            measured[line.captured(1)].merge(namesIn(line.captured(2), R"((\w+)=)"));
        }
        measured[QStringLiteral("up")] = {QStringLiteral("job")}; // Prometheus makes it.
        const QJsonArray panels =
            QJsonDocument::fromJson(files().at(QStringLiteral("grafana/purchasing.json")).toUtf8())
                .object()
                .value(QStringLiteral("panels"))
                .toArray();
        QVERIFY(panels.size() > 5);
        for (const QJsonValue& panel : panels) {
            const QString title = panel[QStringLiteral("title")].toString();
            const QJsonArray targets = panel[QStringLiteral("targets")].toArray();
            QVERIFY2(!targets.isEmpty(), qPrintable(title));
            for (const QJsonValue& target : targets) {
                const QString expression = target[QStringLiteral("expr")].toString();
                const Names metrics = namesIn(expression, R"(\b(purchasing_\w+|up)\b)");
                QVERIFY2(!metrics.empty(), qPrintable(title));
                Names labels = namesIn(expression, R"((\w+)\s*(?:=|!=|=~|!~)\s*\x22)");
                for (const QString& list : captures(expression, R"(by \(([^)]*)\))"))
                    labels.merge(namesIn(list, R"((\w+))"));
                labels.merge(namesIn(target[QStringLiteral("legendFormat")].toString(), R"(\{\{(\w+)\}\})"));
                for (const QString& metric : metrics) {
                    QVERIFY2(measured.count(metric) == 1, qPrintable(title + QLatin1String(": ") + metric));
                    const Names unknown = missing(labels, measured.at(metric));
                    QVERIFY2(unknown.empty(), qPrintable(title + QLatin1String(": ") + shown(unknown)));
                }
            }
        }
        for (const auto& [file, content] : files()) {
            for (const QString& metric : captures(content, R"(\b(purchasing_[a-z_]+)\b)"))
                QVERIFY2(measured.count(metric) + measured.count(metric + QLatin1String("_bucket")) == 1,
                         qPrintable(file + QLatin1String(": ") + metric));
        }
    }

    /// Images have a version, ours; nothing is fetched from a place that is named here.
    void everyImageIsOursAndHasAVersion()
    {
        const Names version = namesIn(contentOf(QStringLiteral(PURCHASING_SOURCE "/CMakeLists.txt")),
                                      R"(project\(.* VERSION (\S+))");
        QCOMPARE(version.size(), std::size_t(1));
        for (const auto& [file, content] : files()) {
            QVERIFY2(!content.contains(QLatin1String(":latest")), qPrintable(file));
            QVERIFY2(captures(content, R"(\b((?:docker|quay|ghcr|gcr|registry)\.[a-z]))").isEmpty(),
                     qPrintable(file));
            for (const QString& image : captures(content, R"(^\s*(?:- )?(?:image|newName): (\S+)$)"))
                QVERIFY2(!image.contains(QLatin1Char('/')), qPrintable(file + image));
            Names tags = namesIn(content, R"(purchasing-(?:services|database):([0-9][\w.]*\w))");
            tags.merge(namesIn(content, R"(newTag: (\S+))"));
            QVERIFY2(tags.empty() || tags == version, qPrintable(file + shown(tags)));
        }
    }

    /// A secret is named and never written down.
    void noSecretIsWrittenDown()
    {
        for (const auto& [file, content] : files()) {
            const QStringList values = captures(
                content,
                R"((?<![\w{])\w*(?:PASSWORD|password)(?:[\x22\x27]?\s*[:=]|, value:)[ \t]*[\x22\x27]?([^\s\x22\x27$][^\n]*))");
            QVERIFY2(values.isEmpty(),
                     qPrintable(file + QLatin1String(": ") + values.join(QLatin1Char(','))));
            QVERIFY2(!content.contains(QLatin1String("PRIVATE KEY-----")), qPrintable(file));
            QVERIFY2(captures(content, R"(\b([0-9a-fA-F]{32,})\b)").isEmpty(), qPrintable(file));
        }
        QVERIFY(objects("Secret").empty());
        for (const Service& service : services()) {
            for (const YAML::Node& variable : containerOf(service.name)["env"]) {
                if (text(variable["name"]).endsWith(QLatin1String("PASSWORD")))
                    QVERIFY(!text(at(variable, {"valueFrom", "secretKeyRef", "name"})).isEmpty());
            }
        }
    }

    /// Files that the texts name are there.
    void everyFileThatIsNamedIsThere()
    {
        for (const auto& [file, content] : files()) {
            Names named = namesIn(content, R"(((?>resources/deploy/[\w/@-]+(?:\.[\w/@-]+)*))(?!\*))");
            for (const QString& beside :
                 captures(content, R"(`((?:systemd|containers|kubernetes|grafana)/[\w.-]*)`)"))
                named.insert(QStringLiteral("resources/deploy/") + beside);
            for (const QString& name : named)
                QVERIFY2(QFile::exists(QStringLiteral(PURCHASING_SOURCE "/") + name),
                         qPrintable(file + QLatin1String(": ") + name));
        }
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::DeployFilesTest)
#include "deploy_files_test.moc"
