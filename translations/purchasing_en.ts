<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>purchasing::ui::ApprovalsPage</name>
    <message numerus="yes">
        <source>&amp;Approve %n order(s)</source>
        <translation>
            <numerusform>&amp;Approve %n order</numerusform>
            <numerusform>&amp;Approve %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Re&amp;ject %n order(s)…</source>
        <translation>
            <numerusform>Re&amp;ject %n order…</numerusform>
            <numerusform>Re&amp;ject %n orders…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n order(s)</source>
        <translation>
            <numerusform>Reject %n order</numerusform>
            <numerusform>Reject %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were not decided</source>
        <translation>
            <numerusform>%n order was not decided</numerusform>
            <numerusform>%n orders were not decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) approved</source>
        <translation>
            <numerusform>%n order approved</numerusform>
            <numerusform>%n orders approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) rejected</source>
        <translation>
            <numerusform>%n order rejected</numerusform>
            <numerusform>%n orders rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait for another approval</source>
        <translation>
            <numerusform>%n order waits for another approval</numerusform>
            <numerusform>%n orders wait for another approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approved order(s) wait(s) to be sent.</source>
        <translation>
            <numerusform>%n approved order waits to be sent.</numerusform>
            <numerusform>%n approved orders wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approved order(s) to send</source>
        <translation>
            <numerusform>%n approved order to send</numerusform>
            <numerusform>%n approved orders to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::BatchRecovery</name>
    <message numerus="yes">
        <source>%n order(s) were created.</source>
        <translation>
            <numerusform>%n order was created.</numerusform>
            <numerusform>%n orders were created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) are left. Nothing will be ordered twice.</source>
        <translation>
            <numerusform>%n product is left. Nothing will be ordered twice.</numerusform>
            <numerusform>%n products are left. Nothing will be ordered twice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::BulkBar</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n supplier(s)</source>
        <translation>
            <numerusform>%n supplier</numerusform>
            <numerusform>%n suppliers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) approval</source>
        <translation>
            <numerusform>%n needs approval</numerusform>
            <numerusform>%n need approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be ordered</source>
        <translation>
            <numerusform>%n cannot be ordered</numerusform>
            <numerusform>%n cannot be ordered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::BulkDialog</name>
    <message numerus="yes">
        <source>&amp;Create %n order(s)</source>
        <translation>
            <numerusform>&amp;Create %n order</numerusform>
            <numerusform>&amp;Create %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were created.</source>
        <translation>
            <numerusform>%n order was created.</numerusform>
            <numerusform>%n orders were created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not tried.</source>
        <translation>
            <numerusform>%n was not tried.</numerusform>
            <numerusform>%n were not tried.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n supplier(s)</source>
        <translation>
            <numerusform>%n supplier</numerusform>
            <numerusform>%n suppliers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were created already.</source>
        <translation>
            <numerusform>%n of them was created already.</numerusform>
            <numerusform>%n of them were created already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) approval.</source>
        <translation>
            <numerusform>%n needs approval.</numerusform>
            <numerusform>%n need approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) cannot be ordered.</source>
        <translation>
            <numerusform>%n product cannot be ordered.</numerusform>
            <numerusform>%n products cannot be ordered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do not send yet what has no e-mail address (%n order(s))</source>
        <translation>
            <numerusform>Do not send yet what has no e-mail address (%n order)</numerusform>
            <numerusform>Do not send yet what has no e-mail address (%n orders)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Co&amp;nfirm %n stale override(s)</source>
        <translation>
            <numerusform>Co&amp;nfirm %n stale override</numerusform>
            <numerusform>Co&amp;nfirm %n stale overrides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent or being sent.</source>
        <translation>
            <numerusform>%n sent or being sent.</numerusform>
            <numerusform>%n sent or being sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out.</source>
        <translation>
            <numerusform>%n left out.</numerusform>
            <numerusform>%n left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::BulkTree</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) approval</source>
        <translation>
            <numerusform>%n needs approval</numerusform>
            <numerusform>%n need approval</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConfirmApproving</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n order(s) with a total of %1 before tax?</source>
        <translation>
            <numerusform>Approve %n order with a total of %1 before tax?</numerusform>
            <numerusform>Approve %n orders with a total of %1 before tax?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Approve %n order(s)</source>
        <translation>
            <numerusform>&amp;Approve %n order</numerusform>
            <numerusform>&amp;Approve %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConfirmSending</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n order(s) to %1 for %2 to pay in all, from %3?</source>
        <translation>
            <numerusform>Send %n order to %1 for %2 to pay in all, from %3?</numerusform>
            <numerusform>Send %n orders to %1 for %2 to pay in all, from %3?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConnectionForm</name>
    <message numerus="yes">
        <source>Another system&apos;s: %n with other names, only read</source>
        <translation>
            <numerusform>Another system&apos;s: %n with another name, only read</numerusform>
            <numerusform>Another system&apos;s: %n with other names, only read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConnectionTrial</name>
    <message numerus="yes">
        <source>All %n database(s) can be used.</source>
        <translation>
            <numerusform>All %n database can be used.</numerusform>
            <numerusform>All %n databases can be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n database(s) can be used. Without the others you do not see: %2. Products that need it cannot be ordered.</source>
        <translation>
            <numerusform>%1 of %n database can be used. Without the others you do not see: %2. Products that need it cannot be ordered.</numerusform>
            <numerusform>%1 of %n databases can be used. Without the others you do not see: %2. Products that need it cannot be ordered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n database(s) can be used. The one with the orders is needed.</source>
        <translation>
            <numerusform>%1 of %n database can be used. The one with the orders is needed.</numerusform>
            <numerusform>%1 of %n databases can be used. The one with the orders is needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n service(s) can be used.</source>
        <translation>
            <numerusform>All %n service can be used.</numerusform>
            <numerusform>All %n services can be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s) can be used. Without the others this is missing: %2. Products that need it cannot be ordered.</source>
        <translation>
            <numerusform>%1 of %n service can be used. Without the others this is missing: %2. Products that need it cannot be ordered.</numerusform>
            <numerusform>%1 of %n services can be used. Without the others this is missing: %2. Products that need it cannot be ordered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s) can be used. The one with the orders is needed.</source>
        <translation>
            <numerusform>%1 of %n service can be used. The one with the orders is needed.</numerusform>
            <numerusform>%1 of %n services can be used. The one with the orders is needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::DecisionPanel</name>
    <message numerus="yes">
        <source>%n unit(s) more would cost %1 less, because the discount starts there.</source>
        <translation>
            <numerusform>%n unit more would cost %1 less, because the discount starts there.</numerusform>
            <numerusform>%n units more would cost %1 less, because the discount starts there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n row(s) were written to %1</source>
        <translation>
            <numerusform>%n row was written to %1</numerusform>
            <numerusform>%n rows were written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n value(s) can be taken but deserve a look. Import takes what is new or changed.</source>
        <translation>
            <numerusform>%n value can be taken but deserves a look. Import takes what is new or changed.</numerusform>
            <numerusform>%n values can be taken but deserve a look. Import takes what is new or changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be taken, so nothing is imported. Correct the files and choose them again.</source>
        <translation>
            <numerusform>%n cell cannot be taken, so nothing is imported. Correct the files and choose them again.</numerusform>
            <numerusform>%n cells cannot be taken, so nothing is imported. Correct the files and choose them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::LiveResult</name>
    <message numerus="yes">
        <source>The draft changes %n value(s) of this product. It does not decide orders until it is published.</source>
        <translation>
            <numerusform>The draft changes %n value of this product. It does not decide orders until it is published.</numerusform>
            <numerusform>The draft changes %n values of this product. It does not decide orders until it is published.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::MergeDialog</name>
    <message numerus="yes">
        <source>%n place(s) are to be decided.</source>
        <translation>
            <numerusform>%n place is to be decided.</numerusform>
            <numerusform>%n places are to be decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OrderActions</name>
    <message numerus="yes">
        <source>%n products are selected: order them together below the list, or select one</source>
        <translation>
            <numerusform>%n product is selected: order it below the list</numerusform>
            <numerusform>%n products are selected: order them together below the list, or select one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OrderTableModel</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OrdersPage</name>
    <message numerus="yes">
        <source>To send, %n order(s)</source>
        <translation>
            <numerusform>To send, %n order</numerusform>
            <numerusform>To send, %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n orders</source>
        <translation>
            <numerusform>Send %n order</numerusform>
            <numerusform>Send %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n order(s)</source>
        <translation>
            <numerusform>Sending %n order</numerusform>
            <numerusform>Sending %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are being sent</source>
        <translation>
            <numerusform>%n order is being sent</numerusform>
            <numerusform>%n orders are being sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OutboxPanel</name>
    <message numerus="yes">
        <source>%Ln message(s) wait</source>
        <translation>
            <numerusform>%Ln message waits</numerusform>
            <numerusform>%Ln messages wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::PlanningPage</name>
    <message numerus="yes">
        <source>%1, %n product(s)</source>
        <translation>
            <numerusform>%1, %n product</numerusform>
            <numerusform>%1, %n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overridden, %n product(s)</source>
        <translation>
            <numerusform>Overridden, %n product</numerusform>
            <numerusform>Overridden, %n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copying %n row(s)…</source>
        <translation>
            <numerusform>Copying %n row…</numerusform>
            <numerusform>Copying %n rows…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were copied</source>
        <translation>
            <numerusform>%n row was copied</numerusform>
            <numerusform>%n rows were copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ProposalBanner</name>
    <message numerus="yes">
        <source>%n more wait(s).</source>
        <translation>
            <numerusform>%n more waits.</numerusform>
            <numerusform>%n more wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::PublishDialog</name>
    <message numerus="yes">
        <source>%1: %n line(s) changed</source>
        <translation>
            <numerusform>%1: %n line changed</numerusform>
            <numerusform>%1: %n lines changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::Recovery</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::RulePublishing</name>
    <message numerus="yes">
        <source>%n change(s) of version %1 were merged into your draft</source>
        <translation>
            <numerusform>%n change of version %1 was merged into your draft</numerusform>
            <numerusform>%n changes of version %1 were merged into your draft</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::SendOrders</name>
    <message numerus="yes">
        <source>Send %n order(s), %1 to pay in all?</source>
        <translation>
            <numerusform>Send %n order, %1 to pay in all?</numerusform>
            <numerusform>Send %n orders, %1 to pay in all?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would be written without a recipient; you have to pass them on yourself.</source>
        <translation>
            <numerusform>%n of them would be written without a recipient; you have to pass it on yourself.</numerusform>
            <numerusform>%n of them would be written without a recipient; you have to pass them on yourself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %n order(s)</source>
        <translation>
            <numerusform>&amp;Send %n order</numerusform>
            <numerusform>&amp;Send %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::StaleBanner</name>
    <message numerus="yes">
        <source>The database has not answered for %n second(s). What waits for it: %1.</source>
        <translation>
            <numerusform>The database has not answered for %n second. What waits for it: %1.</numerusform>
            <numerusform>The database has not answered for %n seconds. What waits for it: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::StatusLine</name>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::VerifyDialog</name>
    <message numerus="yes">
        <source>All is as it was written: %n event(s), and all orders, approvals, rules, settings and people agree with them.</source>
        <translation>
            <numerusform>All is as it was written: %n event, and all orders, approvals, rules, settings and people agree with it.</numerusform>
            <numerusform>All is as it was written: %n events, and all orders, approvals, rules, settings and people agree with them.</numerusform>
        </translation>
    </message>
</context>
</TS>
