<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Grl</name>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>true/false</source>
        <translation>wahr/falsch</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>A number must not begin with a zero.</source>
        <translation>Eine Zahl darf nicht mit einer Null beginnen.</translation>
    </message>
    <message>
        <source>The number has more digits than a decimal can hold.</source>
        <translation>Die Zahl hat mehr Stellen, als eine Dezimalzahl fassen kann.</translation>
    </message>
    <message>
        <source>There is no fact &quot;%1&quot;.</source>
        <translation>Es gibt keinen Fakt „%1“.</translation>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation>meinen Sie %1?</translation>
    </message>
    <message>
        <source>There is no fact with the part &quot;.%1&quot;.</source>
        <translation>Es gibt keinen Fakt mit dem Teil „.%1“.</translation>
    </message>
    <message>
        <source>Facts have no elements here.</source>
        <translation>Fakten haben hier keine Elemente.</translation>
    </message>
    <message>
        <source>write only %1</source>
        <translation>schreiben Sie nur %1</translation>
    </message>
    <message>
        <source>facts are single values without parts</source>
        <translation>Fakten sind einzelne Werte ohne Teile</translation>
    </message>
    <message>
        <source>An index</source>
        <translation>Ein Index</translation>
    </message>
    <message>
        <source>%1 must be %2, but this is %3.</source>
        <translation>%1: Erwartet wird %2, hier steht aber %3.</translation>
    </message>
    <message>
        <source>The operand of &apos;-&apos;</source>
        <translation>Der Operand von &apos;-&apos;</translation>
    </message>
    <message>
        <source>The operand of &apos;!&apos;</source>
        <translation>Der Operand von &apos;!&apos;</translation>
    </message>
    <message>
        <source>An operand of &amp;&amp;</source>
        <translation>Ein Operand von &amp;&amp;</translation>
    </message>
    <message>
        <source>An operand of ||</source>
        <translation>Ein Operand von ||</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>&apos;+&apos; cannot add %1.</source>
        <translation>&apos;+&apos; kann nicht addieren: %1.</translation>
    </message>
    <message>
        <source>This operator calculates with numbers, not with %1.</source>
        <translation>Dieser Operator rechnet mit Zahlen; hier stehen %1.</translation>
    </message>
    <message>
        <source>Comparing %1 can never be equal.</source>
        <translation>Das kann nie gleich sein: %1.</translation>
    </message>
    <message>
        <source>a number is written without quotes</source>
        <translation>eine Zahl schreibt man ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>There is no order between %1.</source>
        <translation>Das lässt sich nicht der Größe nach vergleichen: %1.</translation>
    </message>
    <message>
        <source>Only text or a list can contain something, and text only text.</source>
        <translation>Nur Text oder eine Liste kann etwas enthalten, und Text nur Text.</translation>
    </message>
    <message>
        <source>This operator compares text, not %1.</source>
        <translation>Dieser Operator vergleicht Text; hier stehen %1.</translation>
    </message>
    <message>
        <source>What stands after &quot;in&quot; must be a list.</source>
        <translation>Nach „in“ muss eine Liste stehen.</translation>
    </message>
    <message>
        <source>write [a, b]</source>
        <translation>schreiben Sie [a, b]</translation>
    </message>
    <message>
        <source>The pattern is no valid regular expression: %1.</source>
        <translation>Das Muster ist kein gültiger regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>&apos;!&apos; negates only what stands directly behind it, not the whole comparison.</source>
        <translation>&apos;!&apos; verneint nur, was direkt dahinter steht, nicht den ganzen Vergleich.</translation>
    </message>
    <message>
        <source>write !(a == b) or (!a) == b</source>
        <translation>schreiben Sie !(a == b) oder (!a) == b</translation>
    </message>
    <message>
        <source>This divides by zero.</source>
        <translation>Hier wird durch null geteilt.</translation>
    </message>
    <message>
        <source>Argument %1 of %2</source>
        <translation>Argument %1 von %2</translation>
    </message>
    <message>
        <source>The function %1 is not yet supported.</source>
        <translation>Die Funktion %1 wird noch nicht unterstützt.</translation>
    </message>
    <message>
        <source>There is no function &quot;%1&quot;.</source>
        <translation>Es gibt keine Funktion „%1“.</translation>
    </message>
    <message>
        <source>%1 is a statement and has no value.</source>
        <translation>%1 ist eine Anweisung und hat keinen Wert.</translation>
    </message>
    <message>
        <source>use it by itself behind &quot;then&quot;</source>
        <translation>verwenden Sie sie für sich allein hinter „then“</translation>
    </message>
    <message>
        <source>%1 was given %2 argument.</source>
        <translation>%1 hat %2 Argument bekommen.</translation>
    </message>
    <message>
        <source>%1 was given %2 arguments.</source>
        <translation>%1 hat %2 Argumente bekommen.</translation>
    </message>
    <message>
        <source>write %1</source>
        <translation>schreiben Sie %1</translation>
    </message>
    <message>
        <source>%1(...) is a statement and has no value.</source>
        <translation>%1(...) ist eine Anweisung und hat keinen Wert.</translation>
    </message>
    <message>
        <source>There is already a rule &quot;%1&quot; in line %2; this one is in line %3.</source>
        <translation>Es gibt schon eine Regel „%1“ in Zeile %2; diese steht in Zeile %3.</translation>
    </message>
    <message>
        <source>There is already a rule &quot;%1&quot; in line %2 of %3; this one is in line %4.</source>
        <translation>Es gibt schon eine Regel „%1“ in Zeile %2 von %3; diese steht in Zeile %4.</translation>
    </message>
    <message>
        <source>give one of them another name</source>
        <translation>geben Sie einer davon einen anderen Namen</translation>
    </message>
    <message>
        <source>The condition</source>
        <translation>Die Bedingung</translation>
    </message>
    <message>
        <source>The rule can never fire: its condition is false.</source>
        <translation>Die Regel kann nie ausgelöst werden: Ihre Bedingung ist falsch.</translation>
    </message>
    <message>
        <source>The rule overwrites &quot;%1&quot;, which is an input.</source>
        <translation>Die Regel überschreibt „%1“, das eine Eingabe ist.</translation>
    </message>
    <message>
        <source>rules should write results only</source>
        <translation>Regeln sollten nur Ergebnisse setzen</translation>
    </message>
    <message>
        <source>The value for %1 (%2)</source>
        <translation>Der Wert für %1 (%2)</translation>
    </message>
    <message>
        <source>The statement assigns a fact to itself.</source>
        <translation>Die Anweisung weist einen Fakt sich selbst zu.</translation>
    </message>
    <message>
        <source>This assignment calculates, but &quot;%1&quot; is no number.</source>
        <translation>Diese Zuweisung rechnet, aber „%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>The value</source>
        <translation>Der Wert</translation>
    </message>
    <message>
        <source>The value of %1 is not used.</source>
        <translation>Der Wert von %1 wird nicht verwendet.</translation>
    </message>
    <message>
        <source>assign it to a fact</source>
        <translation>weisen Sie ihn einem Fakt zu</translation>
    </message>
    <message>
        <source>There is no rule &quot;%1&quot;.</source>
        <translation>Es gibt keine Regel „%1“.</translation>
    </message>
    <message>
        <source>did you mean &quot;%1&quot;?</source>
        <translation>meinen Sie „%1“?</translation>
    </message>
    <message>
        <source>Declared facts cannot be retracted.</source>
        <translation>Vereinbarte Fakten können nicht zurückgezogen werden.</translation>
    </message>
    <message>
        <source>name a rule in quotes</source>
        <translation>nennen Sie eine Regel in Anführungszeichen</translation>
    </message>
    <message>
        <source>The rule assigns &quot;%1&quot; twice.</source>
        <translation>Die Regel weist „%1“ zweimal zu.</translation>
    </message>
    <message>
        <source>only the last value stays</source>
        <translation>nur der letzte Wert bleibt</translation>
    </message>
    <message>
        <source>The rule may loop: it changes &quot;%1&quot;, which its condition reads.</source>
        <translation>Die Regel kann sich endlos wiederholen: Sie ändert „%1“, das ihre Bedingung liest.</translation>
    </message>
    <message>
        <source>add no-loop, or make sure that the condition becomes false</source>
        <translation>fügen Sie no-loop hinzu, oder sorgen Sie dafür, dass die Bedingung falsch wird</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is both a rule and a fact; the rule is retracted.</source>
        <translation>„%1“ ist eine Regel und ein Fakt; die Regel wird zurückgezogen.</translation>
    </message>
    <message>
        <source>leave out the quotes to retract the fact</source>
        <translation>ohne Anführungszeichen wird der Fakt zurückgezogen</translation>
    </message>
    <message>
        <source>The expression is too long to be evaluated.</source>
        <translation>Der Ausdruck ist zu lang, um ausgewertet zu werden.</translation>
    </message>
    <message>
        <source>split it; at most %1 operators may follow each other</source>
        <translation>teilen Sie ihn; höchstens %1 Operatoren dürfen aufeinander folgen</translation>
    </message>
    <message>
        <source>Comparisons cannot follow each other.</source>
        <translation>Vergleiche können nicht aufeinander folgen.</translation>
    </message>
    <message>
        <source>write a &lt; b &amp;&amp; b &lt; c</source>
        <translation>schreiben Sie a &lt; b &amp;&amp; b &lt; c</translation>
    </message>
    <message>
        <source>The expression is nested too deeply.</source>
        <translation>Der Ausdruck ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>at most %1 levels are allowed</source>
        <translation>höchstens %1 Ebenen sind erlaubt</translation>
    </message>
    <message>
        <source>a name after &apos;.&apos;</source>
        <translation>ein Name nach &apos;.&apos;</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;)&apos;</source>
        <translation>&apos;,&apos; oder &apos;)&apos;</translation>
    </message>
    <message>
        <source>Binding all values with $?name</source>
        <translation>Das Binden aller Werte mit $?name</translation>
    </message>
    <message>
        <source>The operator &quot;%1&quot;</source>
        <translation>Der Operator „%1“</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;]&apos;</source>
        <translation>&apos;,&apos; oder &apos;]&apos;</translation>
    </message>
    <message>
        <source>something is missing before it; a reserved word is no name</source>
        <translation>davor fehlt etwas; ein reserviertes Wort ist kein Name</translation>
    </message>
    <message>
        <source>Binding a pattern with &apos;:&apos;</source>
        <translation>Das Binden eines Musters mit &apos;:&apos;</translation>
    </message>
    <message>
        <source>&quot;%1(...)&quot;</source>
        <translation>„%1(...)“</translation>
    </message>
    <message>
        <source>test(...) takes exactly one expression.</source>
        <translation>test(...) nimmt genau einen Ausdruck.</translation>
    </message>
    <message>
        <source>The escape \%1 needs %2 hexadecimal digits.</source>
        <translation>\%1 braucht %2 hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>The escape names no Unicode character.</source>
        <translation>Dahinter steht kein Unicode-Zeichen.</translation>
    </message>
    <message>
        <source>Unknown escape %1.</source>
        <translation>%1 hat keine Bedeutung.</translation>
    </message>
    <message>
        <source>An octal escape needs three digits 0 to 7.</source>
        <translation>Ein oktales Zeichen braucht drei Ziffern von 0 bis 7.</translation>
    </message>
    <message>
        <source>The octal escape is larger than \377.</source>
        <translation>Das oktale Zeichen ist größer als \377.</translation>
    </message>
    <message>
        <source>The text is not valid UTF-8.</source>
        <translation>Der Text ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>A number that begins with 0 is octal and cannot hold 8 or 9.</source>
        <translation>Eine Zahl, die mit 0 beginnt, ist oktal und kann keine 8 oder 9 enthalten.</translation>
    </message>
    <message>
        <source>The number is too large for a 64-bit integer.</source>
        <translation>Die Zahl ist zu groß für eine ganze Zahl mit 64 Bit.</translation>
    </message>
    <message>
        <source>write it with a decimal point</source>
        <translation>schreiben Sie sie mit einem Dezimalpunkt</translation>
    </message>
    <message>
        <source>%1 if octal is meant, else %2</source>
        <translation>%1, wenn sie oktal gemeint ist, sonst %2</translation>
    </message>
    <message>
        <source>The number is too large.</source>
        <translation>Die Zahl ist zu groß.</translation>
    </message>
    <message>
        <source>write \\ for a backslash</source>
        <translation>schreiben Sie \\ für einen umgekehrten Schrägstrich</translation>
    </message>
    <message>
        <source>A module</source>
        <translation>Ein Modul</translation>
    </message>
    <message>
        <source>A query</source>
        <translation>Eine Abfrage</translation>
    </message>
    <message>
        <source>a rule</source>
        <translation>eine Regel</translation>
    </message>
    <message>
        <source>rules look like: rule Name { when condition then statement; }</source>
        <translation>Regeln sehen so aus: rule Name { when Bedingung then Anweisung; }</translation>
    </message>
    <message>
        <source>The name of the rule is empty.</source>
        <translation>Der Name der Regel ist leer.</translation>
    </message>
    <message>
        <source>give the rule a name</source>
        <translation>geben Sie der Regel einen Namen</translation>
    </message>
    <message>
        <source>the name of the rule</source>
        <translation>der Name der Regel</translation>
    </message>
    <message>
        <source>The attribute %1 is given twice.</source>
        <translation>Das Attribut %1 ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>a whole number after salience</source>
        <translation>eine ganze Zahl nach salience</translation>
    </message>
    <message>
        <source>The salience is outside of a 32-bit number.</source>
        <translation>Die salience liegt außerhalb einer Zahl mit 32 Bit.</translation>
    </message>
    <message>
        <source>use -2147483648 to 2147483647</source>
        <translation>verwenden Sie -2147483648 bis 2147483647</translation>
    </message>
    <message>
        <source>a text after %1</source>
        <translation>ein Text nach %1</translation>
    </message>
    <message>
        <source>The attribute %1</source>
        <translation>Das Attribut %1</translation>
    </message>
    <message>
        <source>Unknown attribute &quot;%1&quot;.</source>
        <translation>Unbekanntes Attribut „%1“.</translation>
    </message>
    <message>
        <source>known are salience and no-loop</source>
        <translation>bekannt sind salience und no-loop</translation>
    </message>
    <message>
        <source>&quot;when&quot;</source>
        <translation>„when“</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>eine Bedingung</translation>
    </message>
    <message>
        <source>write &quot;when true&quot; for a rule without condition</source>
        <translation>schreiben Sie „when true“ für eine Regel ohne Bedingung</translation>
    </message>
    <message>
        <source>an operator</source>
        <translation>ein Operator</translation>
    </message>
    <message>
        <source>use == to compare</source>
        <translation>vergleichen Sie mit ==</translation>
    </message>
    <message>
        <source>use &amp;&amp; instead of &quot;and&quot;</source>
        <translation>schreiben Sie &amp;&amp; statt „and“</translation>
    </message>
    <message>
        <source>use || instead of &quot;or&quot;</source>
        <translation>schreiben Sie || statt „or“</translation>
    </message>
    <message>
        <source>use &amp;&amp; between conditions</source>
        <translation>schreiben Sie &amp;&amp; zwischen Bedingungen</translation>
    </message>
    <message>
        <source>&quot;then&quot;</source>
        <translation>„then“</translation>
    </message>
    <message>
        <source>a statement</source>
        <translation>eine Anweisung</translation>
    </message>
    <message>
        <source>Expected &apos;;&apos; before %1.</source>
        <translation>Hier fehlt ein &apos;;&apos;. Gefunden: %1.</translation>
    </message>
    <message>
        <source>statements are separated by &apos;;&apos;</source>
        <translation>Anweisungen werden durch &apos;;&apos; getrennt</translation>
    </message>
    <message>
        <source>&apos;;&apos; or &apos;}&apos;</source>
        <translation>&apos;;&apos; oder &apos;}&apos;</translation>
    </message>
    <message>
        <source>assign with name = value; or call a function</source>
        <translation>weisen Sie mit Name = Wert; zu, oder rufen Sie eine Funktion auf</translation>
    </message>
    <message>
        <source>use = to assign</source>
        <translation>weisen Sie mit = zu</translation>
    </message>
    <message>
        <source>Only a fact or a part of it can be assigned to.</source>
        <translation>Nur einem Fakt oder einem Teil davon kann etwas zugewiesen werden.</translation>
    </message>
    <message>
        <source>The rule is not closed: expected &apos;}&apos; but found %1.</source>
        <translation>Die Regel ist nicht geschlossen: Hier fehlt &apos;}&apos;. Gefunden: %1.</translation>
    </message>
    <message>
        <source>The rule &quot;%1&quot; is not closed: expected &apos;}&apos; but found %2.</source>
        <translation>Die Regel „%1“ ist nicht geschlossen: Hier fehlt &apos;}&apos;. Gefunden: %2.</translation>
    </message>
    <message>
        <source>add &apos;}&apos; at the end of the rule</source>
        <translation>fügen Sie am Ende der Regel &apos;}&apos; hinzu</translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are allowed.</source>
        <translation>Die Datei hat %1 Bytes; höchstens %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>split it into several files</source>
        <translation>teilen Sie sie in mehrere Dateien</translation>
    </message>
    <message>
        <source>&quot;;;&quot; begins a comment here: the rest of the line is ignored.</source>
        <translation>„;;“ beginnt hier einen Kommentar: Der Rest der Zeile wird nicht beachtet.</translation>
    </message>
    <message>
        <source>write a single &apos;;&apos;</source>
        <translation>schreiben Sie ein einzelnes &apos;;&apos;</translation>
    </message>
    <message>
        <source>Expected %1 but found %2.</source>
        <translation>Erwartet: %1. Gefunden: %2.</translation>
    </message>
    <message>
        <source>The text that begins here is not closed.</source>
        <translation>Der Text, der hier beginnt, ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>add the closing quote %1</source>
        <translation>fügen Sie das schließende Anführungszeichen %1 hinzu</translation>
    </message>
    <message>
        <source>The comment that begins here is not closed.</source>
        <translation>Der Kommentar, der hier beginnt, ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>add */</source>
        <translation>fügen Sie */ hinzu</translation>
    </message>
    <message>
        <source>%1 is no number.</source>
        <translation>%1 ist keine Zahl.</translation>
    </message>
    <message>
        <source>write for example 12, 1.5 or 0x1F</source>
        <translation>schreiben Sie zum Beispiel 12, 1.5 oder 0x1F</translation>
    </message>
    <message>
        <source>Typographic quotes do not enclose text here.</source>
        <translation>Typografische Anführungszeichen umschließen hier keinen Text.</translation>
    </message>
    <message>
        <source>use &quot; or &apos;</source>
        <translation>verwenden Sie &quot; oder &apos;</translation>
    </message>
    <message>
        <source>The file holds a byte that is not UTF-8 text.</source>
        <translation>Die Datei enthält ein Byte, das kein Text in UTF-8 ist.</translation>
    </message>
    <message>
        <source>save the file as UTF-8</source>
        <translation>speichern Sie die Datei als UTF-8</translation>
    </message>
    <message>
        <source>The character %1 has no meaning here.</source>
        <translation>Das Zeichen %1 hat hier keine Bedeutung.</translation>
    </message>
    <message>
        <source>%1 is not yet supported.</source>
        <translation>%1 wird noch nicht unterstützt.</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>das Ende der Datei</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot;</source>
        <translation>der Name „%1“</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>die Zahl %1</translation>
    </message>
    <message>
        <source>the text %1</source>
        <translation>der Text %1</translation>
    </message>
    <message>
        <source>%1, which cannot be seen,</source>
        <translation>%1, das man nicht sieht,</translation>
    </message>
    <message>
        <source>the word &quot;%1&quot;</source>
        <translation>das Wort „%1“</translation>
    </message>
</context>
<context>
    <name>GrlFunction</name>
    <message>
        <source>Writes the values, one after the other, into the log.</source>
        <translation>Schreibt die Werte nacheinander ins Protokoll.</translation>
    </message>
    <message>
        <source>Ends the run after this rule.</source>
        <translation>Beendet den Lauf nach dieser Regel.</translation>
    </message>
    <message>
        <source>Switches a rule off until the run ends.</source>
        <translation>Schaltet eine Regel bis zum Ende des Laufs ab.</translation>
    </message>
    <message>
        <source>The number without its sign.</source>
        <translation>Die Zahl ohne ihr Vorzeichen.</translation>
    </message>
    <message>
        <source>The next whole number that is not smaller than x, rounded to 9 decimals.</source>
        <translation>Die nächste ganze Zahl, die nicht kleiner als x ist; x auf 9 Stellen gerundet.</translation>
    </message>
    <message>
        <source>The next whole number that is not larger than x, rounded to 9 decimals.</source>
        <translation>Die nächste ganze Zahl, die nicht größer als x ist; x auf 9 Stellen gerundet.</translation>
    </message>
    <message>
        <source>Rounds to whole numbers or digits, a half away from zero.</source>
        <translation>Rundet auf ganze Zahlen oder auf Stellen, Hälften von der Null weg.</translation>
    </message>
    <message>
        <source>Rounds, a half to the even neighbour.</source>
        <translation>Rundet, Hälften zur geraden Nachbarzahl.</translation>
    </message>
    <message>
        <source>The number without its decimals.</source>
        <translation>Die Zahl ohne ihre Nachkommastellen.</translation>
    </message>
    <message>
        <source>The smallest number; 0 without arguments.</source>
        <translation>Die kleinste Zahl; 0 ohne Argumente.</translation>
    </message>
    <message>
        <source>The largest number; 0 without arguments.</source>
        <translation>Die größte Zahl; 0 ohne Argumente.</translation>
    </message>
    <message>
        <source>-1, 0 or 1.</source>
        <translation>-1, 0 oder 1.</translation>
    </message>
    <message>
        <source>What is left of x after dividing by y, with the sign of x.</source>
        <translation>Was von x nach dem Teilen durch y übrig bleibt, mit dem Vorzeichen von x.</translation>
    </message>
    <message>
        <source>The least common multiple of two whole numbers above 0.</source>
        <translation>Das kleinste gemeinsame Vielfache zweier ganzer Zahlen über 0.</translation>
    </message>
    <message>
        <source>x to the power of y.</source>
        <translation>x hoch y.</translation>
    </message>
    <message>
        <source>The square root.</source>
        <translation>Die Quadratwurzel.</translation>
    </message>
    <message>
        <source>The cube root.</source>
        <translation>Die Kubikwurzel.</translation>
    </message>
    <message>
        <source>e to the power of x.</source>
        <translation>e hoch x.</translation>
    </message>
    <message>
        <source>The natural logarithm.</source>
        <translation>Der natürliche Logarithmus.</translation>
    </message>
    <message>
        <source>The logarithm to base 2.</source>
        <translation>Der Logarithmus zur Basis 2.</translation>
    </message>
    <message>
        <source>The logarithm to base 10.</source>
        <translation>Der Logarithmus zur Basis 10.</translation>
    </message>
    <message>
        <source>Whether low &lt;= x and x &lt;= high.</source>
        <translation>Ob low &lt;= x und x &lt;= high.</translation>
    </message>
    <message>
        <source>The sum of numbers and of lists of numbers.</source>
        <translation>Die Summe von Zahlen und Listen von Zahlen.</translation>
    </message>
    <message>
        <source>The mean of numbers and of lists of numbers; 0 when there are none.</source>
        <translation>Der Mittelwert von Zahlen und Listen von Zahlen; 0, wenn es keine gibt.</translation>
    </message>
    <message>
        <source>Whether the value is missing.</source>
        <translation>Ob der Wert fehlt.</translation>
    </message>
    <message>
        <source>Whether the value is missing, 0, false or empty.</source>
        <translation>Ob der Wert fehlt, 0, false oder leer ist.</translation>
    </message>
    <message>
        <source>Whether the value is missing or an empty text, list or object.</source>
        <translation>Ob der Wert fehlt oder ein leerer Text, eine leere Liste oder ein leeres Objekt ist.</translation>
    </message>
    <message>
        <source>Whether the value is a number or a text that reads as one.</source>
        <translation>Ob der Wert eine Zahl ist oder ein Text, der sich als Zahl liest.</translation>
    </message>
    <message>
        <source>Whether x equals one of the values.</source>
        <translation>Ob x einem der Werte gleicht.</translation>
    </message>
    <message>
        <source>Whether the text holds the part.</source>
        <translation>Ob der Text den Teil enthält.</translation>
    </message>
    <message>
        <source>Whether a text holds the part or a list the value.</source>
        <translation>Ob ein Text den Teil oder eine Liste den Wert enthält.</translation>
    </message>
    <message>
        <source>Whether the list holds the text.</source>
        <translation>Ob die Liste den Text enthält.</translation>
    </message>
    <message>
        <source>Whether the text begins with the part.</source>
        <translation>Ob der Text mit dem Teil beginnt.</translation>
    </message>
    <message>
        <source>Whether the text ends with the part.</source>
        <translation>Ob der Text mit dem Teil endet.</translation>
    </message>
    <message>
        <source>Whether the regular expression occurs in the text.</source>
        <translation>Ob der reguläre Ausdruck im Text vorkommt.</translation>
    </message>
    <message>
        <source>-1, 0 or 1: how the texts are ordered.</source>
        <translation>-1, 0 oder 1: wie die Texte geordnet sind.</translation>
    </message>
    <message>
        <source>How often the part occurs without overlaps.</source>
        <translation>Wie oft der Teil ohne Überschneidungen vorkommt.</translation>
    </message>
    <message>
        <source>Where the part first occurs, from 0; -1 when it does not.</source>
        <translation>Wo der Teil zuerst vorkommt, ab 0; -1, wenn er nicht vorkommt.</translation>
    </message>
    <message>
        <source>Where the part last occurs, from 0; -1 when it does not.</source>
        <translation>Wo der Teil zuletzt vorkommt, ab 0; -1, wenn er nicht vorkommt.</translation>
    </message>
    <message>
        <source>Bytes of a text, or elements of a list or object.</source>
        <translation>Bytes eines Textes oder Elemente einer Liste oder eines Objekts.</translation>
    </message>
    <message>
        <source>Characters of a text, or elements of a list or object.</source>
        <translation>Zeichen eines Textes oder Elemente einer Liste oder eines Objekts.</translation>
    </message>
    <message>
        <source>The text in capital letters.</source>
        <translation>Der Text in Großbuchstaben.</translation>
    </message>
    <message>
        <source>The text in small letters.</source>
        <translation>Der Text in Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>The text without white space at both ends.</source>
        <translation>Der Text ohne Leerraum an beiden Enden.</translation>
    </message>
    <message>
        <source>A part of the text, counted in characters from 0.</source>
        <translation>Ein Teil des Textes, in Zeichen ab 0 gezählt.</translation>
    </message>
    <message>
        <source>The text with every old part replaced.</source>
        <translation>Der Text, in dem jeder alte Teil ersetzt ist.</translation>
    </message>
    <message>
        <source>The text n times.</source>
        <translation>Der Text n-mal.</translation>
    </message>
    <message>
        <source>The values as one text.</source>
        <translation>Die Werte als ein Text.</translation>
    </message>
    <message>
        <source>The parts of the text as a list.</source>
        <translation>Die Teile des Textes als Liste.</translation>
    </message>
    <message>
        <source>The elements as one text.</source>
        <translation>Die Elemente als ein Text.</translation>
    </message>
    <message>
        <source>The first element; nothing when the list is empty.</source>
        <translation>Das erste Element; nichts, wenn die Liste leer ist.</translation>
    </message>
    <message>
        <source>The last element; nothing when the list is empty.</source>
        <translation>Das letzte Element; nichts, wenn die Liste leer ist.</translation>
    </message>
    <message>
        <source>The list with the values at its end.</source>
        <translation>Die Liste mit den Werten am Ende.</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Unavailable: a reason is needed</source>
        <translation>Nicht möglich: Eine Begründung fehlt</translation>
    </message>
    <message>
        <source>Unavailable: the reason is longer than %1 characters</source>
        <translation>Nicht möglich: Die Begründung ist länger als %1 Zeichen</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter (Ziffernblock)</translation>
    </message>
</context>
<context>
    <name>RuleFact</name>
    <message>
        <source>Identifies the product.</source>
        <translation>Bezeichnet das Produkt.</translation>
    </message>
    <message>
        <source>How demand develops: increasing, stable or decreasing.</source>
        <translation>Wie sich der Bedarf entwickelt: increasing (steigend), stable (gleichbleibend) oder decreasing (fallend).</translation>
    </message>
    <message>
        <source>The warehouse the stock is in.</source>
        <translation>Das Lager, in dem der Bestand liegt.</translation>
    </message>
    <message>
        <source>The supplier the product is ordered from.</source>
        <translation>Der Lieferant, bei dem das Produkt bestellt wird.</translation>
    </message>
    <message>
        <source>The larger unit of measure, such as CASE.</source>
        <translation>Die größere Maßeinheit, etwa CASE.</translation>
    </message>
    <message>
        <source>The unit of measure quantities are counted in.</source>
        <translation>Die Maßeinheit, in der Mengen gezählt werden.</translation>
    </message>
    <message>
        <source>units per day</source>
        <translation>Einheiten je Tag</translation>
    </message>
    <message>
        <source>Average demand per day.</source>
        <translation>Durchschnittlicher Bedarf je Tag.</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Stock in all warehouses.</source>
        <translation>Bestand in allen Lagern.</translation>
    </message>
    <message>
        <source>Stock that is promised to somebody.</source>
        <translation>Bestand, der jemandem zugesagt ist.</translation>
    </message>
    <message>
        <source>Current less reserved stock; negative when more is promised than there is.</source>
        <translation>Bestand ohne den reservierten; negativ, wenn mehr zugesagt ist, als da ist.</translation>
    </message>
    <message>
        <source>Quantity of open purchase orders that has not arrived.</source>
        <translation>Menge offener Bestellungen, die noch nicht eingetroffen ist.</translation>
    </message>
    <message>
        <source>The supplier&apos;s minimum order quantity.</source>
        <translation>Die Mindestbestellmenge des Lieferanten.</translation>
    </message>
    <message>
        <source>Orders must be a multiple of this; 1 where unknown.</source>
        <translation>Bestellt wird nur ein Vielfaches davon; 1, wo es unbekannt ist.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Days from order to delivery.</source>
        <translation>Tage von der Bestellung bis zur Lieferung.</translation>
    </message>
    <message>
        <source>per unit</source>
        <translation>je Einheit</translation>
    </message>
    <message>
        <source>The supplier&apos;s price of one unit.</source>
        <translation>Der Preis des Lieferanten für eine Einheit.</translation>
    </message>
    <message>
        <source>Whether the supplier delivers at present.</source>
        <translation>Ob der Lieferant zurzeit liefert.</translation>
    </message>
    <message>
        <source>Units in one larger unit of measure.</source>
        <translation>Einheiten in einer größeren Maßeinheit.</translation>
    </message>
    <message>
        <source>Demand until a delivery arrives: daily demand times lead time.</source>
        <translation>Bedarf bis zum Eintreffen einer Lieferung: Tagesbedarf mal Lieferzeit.</translation>
    </message>
    <message>
        <source>What the planner wants to order instead; 0 where nothing.</source>
        <translation>Was stattdessen bestellt werden soll; 0, wenn nichts anderes gewünscht ist.</translation>
    </message>
    <message>
        <source>Required less available; negative when there is a surplus.</source>
        <translation>Benötigte ohne verfügbare Menge; negativ bei einem Überschuss.</translation>
    </message>
    <message>
        <source>What is to be ordered.</source>
        <translation>Was zu bestellen ist.</translation>
    </message>
    <message>
        <source>Order quantity times price, before discount and tax.</source>
        <translation>Bestellmenge mal Preis, vor Rabatt und Steuer.</translation>
    </message>
    <message>
        <source>What the discount takes off.</source>
        <translation>Was der Rabatt abzieht.</translation>
    </message>
    <message>
        <source>Total less discount.</source>
        <translation>Gesamtbetrag ohne Rabatt.</translation>
    </message>
    <message>
        <source>Tax on the final amount.</source>
        <translation>Steuer auf den Endbetrag.</translation>
    </message>
    <message>
        <source>Final amount plus tax: what is to be paid.</source>
        <translation>Endbetrag mit Steuer: was zu zahlen ist.</translation>
    </message>
    <message>
        <source>Whether the product is short.</source>
        <translation>Ob das Produkt knapp ist.</translation>
    </message>
    <message>
        <source>Whether a person must approve the order.</source>
        <translation>Ob ein Mensch die Bestellung freigeben muss.</translation>
    </message>
    <message>
        <source>Whether a purchase order is to be created.</source>
        <translation>Ob eine Bestellung anzulegen ist.</translation>
    </message>
    <message>
        <source>Whether the order goes to the supplier at once.</source>
        <translation>Ob die Bestellung sofort an den Lieferanten geht.</translation>
    </message>
    <message>
        <source>Empty, pending or auto_approved.</source>
        <translation>Leer, pending oder auto_approved.</translation>
    </message>
    <message>
        <source>Empty, approved or pending_approval.</source>
        <translation>Leer, approved oder pending_approval.</translation>
    </message>
    <message>
        <source>Empty or email.</source>
        <translation>Leer oder email.</translation>
    </message>
    <message>
        <source>Why nothing can be ordered from the supplier; empty when it can.</source>
        <translation>Warum beim Lieferanten nichts bestellt werden kann; leer, wenn es möglich ist.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The planner cannot start</source>
        <translation>Der Planer kann nicht starten</translation>
    </message>
    <message>
        <source>Services at %1</source>
        <translation>Dienste an %1</translation>
    </message>
    <message>
        <source>Name a database file, a server or the services, not two of them.</source>
        <translation>Nennen Sie eine Datenbankdatei, einen Server oder die Dienste, nicht zwei davon.</translation>
    </message>
</context>
<context>
    <name>purchasing::CatalogueMapping</name>
    <message>
        <source>This is no mapping of tables: %1</source>
        <translation>Das ist keine Zuordnung von Tabellen: %1</translation>
    </message>
    <message>
        <source>it does not say &quot;%1&quot;.</source>
        <translation>„%1“ steht nicht darin.</translation>
    </message>
    <message>
        <source>it is of a newer version of this program.</source>
        <translation>Sie ist von einer neueren Version dieses Programms.</translation>
    </message>
    <message>
        <source>%1 needs a &quot;table&quot;, and texts as &quot;columns&quot; and &quot;values&quot;.</source>
        <translation>%1 braucht eine „table“ und Texte als „columns“ und „values“.</translation>
    </message>
</context>
<context>
    <name>purchasing::CataloguePlan</name>
    <message>
        <source>Deciding was cancelled.</source>
        <translation>Das Entscheiden wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>purchasing::DecisionWords</name>
    <message>
        <source>no supplier</source>
        <translation>kein Lieferant</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Freigabe nötig</translation>
    </message>
    <message>
        <source>To order</source>
        <translation>Zu bestellen</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Gedeckt</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Genug</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Sending unclear</source>
        <translation>Versand unklar</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>No order can be made: %1.</source>
        <translation>Eine Bestellung ist nicht möglich: %1.</translation>
    </message>
    <message>
        <source>Nothing to order: %1 already on order cover the need.</source>
        <translation>Nichts zu bestellen: %1 im Zulauf decken den Bedarf.</translation>
    </message>
    <message>
        <source>Nothing to order: stock lasts until %1.</source>
        <translation>Nichts zu bestellen: Der Bestand reicht bis %1.</translation>
    </message>
    <message>
        <source>Nothing to order: there is enough stock.</source>
        <translation>Nichts zu bestellen: Der Bestand ist ausreichend.</translation>
    </message>
    <message>
        <source>Order %1 %2 from %3 now, %4 was the last day</source>
        <translation>Bestellen Sie jetzt %1 %2 bei %3, der letzte Bestelltag war %4</translation>
    </message>
    <message>
        <source>Order %1 %2 from %3 by %4</source>
        <translation>Bestellen Sie %1 %2 bei %3 bis %4</translation>
    </message>
    <message>
        <source>Order %1 %2 from %3</source>
        <translation>Bestellen Sie %1 %2 bei %3</translation>
    </message>
    <message>
        <source>%1 – %2 to pay – needs approval.</source>
        <translation>%1 – %2 zu zahlen – Freigabe nötig.</translation>
    </message>
    <message>
        <source>%1 – %2 to pay – no approval needed.</source>
        <translation>%1 – %2 zu zahlen – keine Freigabe nötig.</translation>
    </message>
    <message>
        <source>blocked: %1</source>
        <translation>gesperrt: %1</translation>
    </message>
    <message>
        <source>no reorder needed: %1 on order</source>
        <translation>keine Nachbestellung nötig: %1 im Zulauf</translation>
    </message>
    <message>
        <source>no reorder needed: %1 available, %2 required</source>
        <translation>keine Nachbestellung nötig: %1 verfügbar, %2 benötigt</translation>
    </message>
    <message>
        <source>order %1 from %2 for %3 before tax, approved automatically</source>
        <translation>%1 bei %2 für %3 vor Steuer bestellen, automatisch freigegeben</translation>
    </message>
    <message>
        <source>order %1 from %2 for %3 before tax, needs approval</source>
        <translation>%1 bei %2 für %3 vor Steuer bestellen, Freigabe nötig</translation>
    </message>
    <message>
        <source>%1 was created and sent to %2</source>
        <translation>%1 wurde angelegt und an %2 gesendet</translation>
    </message>
    <message>
        <source>%1 was created and waits for approval</source>
        <translation>%1 wurde angelegt und wartet auf Freigabe</translation>
    </message>
    <message>
        <source>%1 was created and is being sent</source>
        <translation>%1 wurde angelegt und wird gesendet</translation>
    </message>
    <message>
        <source>%1 was created; sending failed: %2</source>
        <translation>%1 wurde angelegt; das Senden ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1 was created</source>
        <translation>%1 wurde angelegt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 – %2 to pay – needs approval by the rules, and above the approval ceiling of %3.</source>
        <translation>%1 – %2 zu zahlen – braucht nach den Regeln eine Freigabe und liegt über der Freigabegrenze von %3.</translation>
    </message>
    <message>
        <source>%1 – %2 to pay – needs approval: the rules approve it, but it is above the approval ceiling of %3.</source>
        <translation>%1 – %2 zu zahlen – braucht eine Freigabe: Die Regeln geben frei, aber der Betrag liegt über der Freigabegrenze von %3.</translation>
    </message>
    <message>
        <source>order %1 from %2 for %3 before tax, needs approval by the rules and above the approval ceiling of %4</source>
        <translation>%1 bei %2 für %3 vor Steuern bestellen, braucht nach den Regeln eine Freigabe und liegt über der Freigabegrenze von %4</translation>
    </message>
    <message>
        <source>order %1 from %2 for %3 before tax, approved by the rules but above the approval ceiling of %4</source>
        <translation>%1 bei %2 für %3 vor Steuern bestellen, von den Regeln freigegeben, aber über der Freigabegrenze von %4</translation>
    </message>
    <message>
        <source>%1, closed short: %2 of %3 received</source>
        <translation>%1, vorzeitig abgeschlossen: %2 von %3 eingegangen</translation>
    </message>
    <message>
        <source>%1, %2 of %3 received</source>
        <translation>%1, %2 von %3 eingegangen</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>purchasing::DesktopConnections</name>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTIV</translation>
    </message>
</context>
<context>
    <name>purchasing::FolderChannel</name>
    <message>
        <source>The message could not be written to %1: %2.</source>
        <translation>Die Nachricht konnte nicht nach %1 geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>purchasing::History</name>
    <message>
        <source>%1 approved %2%3; %4 of %5 approvals given.</source>
        <translation>%1 freigegeben %2%3; %4 von %5 Freigaben erteilt.</translation>
    </message>
    <message>
        <source>%1 approved %2%3.</source>
        <translation>%1 freigegeben %2%3.</translation>
    </message>
    <message>
        <source>%1 rejected %2: %3</source>
        <translation>%1 abgelehnt %2: %3</translation>
    </message>
    <message>
        <source>%1 cancelled by %2: %3</source>
        <translation>%1 storniert von %2: %3</translation>
    </message>
    <message>
        <source>%1 cancelled by %2.</source>
        <translation>%1 storniert von %2.</translation>
    </message>
    <message>
        <source>%1 waits for approval before it is sent, as %2 asked.</source>
        <translation>%1 wartet auf Freigabe, bevor sie gesendet wird, wie %2 es wollte.</translation>
    </message>
    <message>
        <source>%1 released for sending by %2.</source>
        <translation>%1 zum Senden freigegeben von %2.</translation>
    </message>
    <message>
        <source>%1 is being sent.</source>
        <translation>%1 wird gesendet.</translation>
    </message>
    <message>
        <source>%1 was sent to %2%3.</source>
        <translation>%1 wurde an %2 gesendet%3.</translation>
    </message>
    <message>
        <source>%1 was not sent: %2</source>
        <translation>%1 wurde nicht gesendet: %2</translation>
    </message>
    <message>
        <source>Sending %1 failed: %2</source>
        <translation>Das Senden von %1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1 closed short by %2 with %3 of %4 received: %5</source>
        <translation>Restmenge von %1 geschlossen von %2, %3 von %4 eingegangen: %5</translation>
    </message>
    <message>
        <source>%1 of %2 received for %3 by %4.</source>
        <translation>%1 von %2 zu %3 eingegangen, gebucht von %4.</translation>
    </message>
    <message>
        <source>%1 of %2 received for %3.</source>
        <translation>%1 von %2 zu %3 eingegangen.</translation>
    </message>
    <message>
        <source>The override by %1 (%2) was used for %3; the rules made %4 of its %5.</source>
        <translation>Die Vorgabe von %1 (%2) galt für %3; die Regeln machten aus ihren %5 %4.</translation>
    </message>
    <message>
        <source>The override by %1 (%2) was used for %3.</source>
        <translation>Die Vorgabe von %1 (%2) galt für %3.</translation>
    </message>
    <message>
        <source>The override of %1 was removed.</source>
        <translation>Die Vorgabe für %1 wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 overridden: %2. Reason: %3</source>
        <translation>%1 vorgegeben: %2. Begründung: %3</translation>
    </message>
    <message>
        <source>by its creator, single operator</source>
        <translation>von der Person, die sie angelegt hat (Ein-Personen-Betrieb)</translation>
    </message>
    <message>
        <source> (login %1, which also acted as %2)</source>
        <translation> (Anmeldung %1, die auch als %2 gehandelt hat)</translation>
    </message>
    <message>
        <source> in one message with %1 and %2 more</source>
        <translation>, in einer Nachricht mit %1 und %2 weiteren</translation>
    </message>
    <message>
        <source> in one message with %1</source>
        <translation>, in einer Nachricht mit %1</translation>
    </message>
    <message>
        <source>quantity %1, supplier %2</source>
        <translation>Menge %1, Lieferant %2</translation>
    </message>
    <message>
        <source>quantity %1</source>
        <translation>Menge %1</translation>
    </message>
    <message>
        <source>supplier %1</source>
        <translation>Lieferant %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 created: %2 of %3 from %4 for %5 before tax; it waits for approval.</source>
        <translation>%1 angelegt: %2 von %3 bei %4 für %5 vor Steuer; sie wartet auf Freigabe.</translation>
    </message>
    <message>
        <source>%1 created: %2 of %3 from %4 for %5 before tax; a draft.</source>
        <translation>%1 angelegt: %2 von %3 bei %4 für %5 vor Steuer; ein Entwurf.</translation>
    </message>
    <message>
        <source>%1 created: %2 of %3 from %4 for %5 before tax; approved by the rules.</source>
        <translation>%1 angelegt: %2 von %3 bei %4 für %5 vor Steuer; von den Regeln freigegeben.</translation>
    </message>
    <message>
        <source>Example order of the demo catalogue.</source>
        <translation>Beispielbestellung des Demokatalogs.</translation>
    </message>
</context>
<context>
    <name>purchasing::ImportMapping</name>
    <message>
        <source>&quot;%1&quot; is no value of &quot;%2&quot;</source>
        <translation>„%1“ ist kein Wert von „%2“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must hold texts</source>
        <translation>„%1“ muss Texte enthalten</translation>
    </message>
    <message>
        <source>no column is named</source>
        <translation>keine Spalte ist genannt</translation>
    </message>
    <message>
        <source>This is no mapping that an import understands: %1.</source>
        <translation>Das ist keine Zuordnung, die ein Import versteht: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not %2</source>
        <translation>„%1“ ist nicht %2</translation>
    </message>
</context>
<context>
    <name>purchasing::OrderRequest</name>
    <message>
        <source>%1 was %2, is now %3</source>
        <translation>%1 war %2, ist jetzt %3</translation>
    </message>
    <message>
        <source>the rule set version</source>
        <translation>die Regelversion</translation>
    </message>
    <message>
        <source>the supplier</source>
        <translation>der Lieferant</translation>
    </message>
    <message>
        <source>the unit price</source>
        <translation>der Einzelpreis</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>the quantity on order</source>
        <translation>die Menge im Zulauf</translation>
    </message>
    <message>
        <source>the order quantity</source>
        <translation>die Bestellmenge</translation>
    </message>
    <message>
        <source>the total before tax</source>
        <translation>die Summe vor Steuer</translation>
    </message>
    <message>
        <source>the amount to pay</source>
        <translation>der zu zahlende Betrag</translation>
    </message>
    <message>
        <source>the decision</source>
        <translation>die Entscheidung</translation>
    </message>
    <message>
        <source>the order status</source>
        <translation>der Bestellstatus</translation>
    </message>
    <message>
        <source>an order of this product changed in between</source>
        <translation>inzwischen hat sich eine Bestellung dieses Produkts geändert</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>somebody overrode it meanwhile</source>
        <translation>inzwischen wurde etwas vorgegeben</translation>
    </message>
    <message>
        <source>the override is gone</source>
        <translation>die Vorgabe gibt es nicht mehr</translation>
    </message>
    <message>
        <source>the override was changed</source>
        <translation>die Vorgabe wurde geändert</translation>
    </message>
</context>
<context>
    <name>purchasing::OutboxFolder</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>the folder belongs to another database, %1; start the program again</source>
        <translation>Der Ordner gehört zu einer anderen Datenbank, %1; starten Sie das Programm neu</translation>
    </message>
</context>
<context>
    <name>purchasing::Override</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1 was %2, is now %3</source>
        <translation>%1 war %2, ist jetzt %3</translation>
    </message>
    <message>
        <source>daily demand</source>
        <translation>der Tagesbedarf</translation>
    </message>
    <message>
        <source>available stock</source>
        <translation>der verfügbare Bestand</translation>
    </message>
    <message>
        <source>the quantity on order</source>
        <translation>die Menge im Zulauf</translation>
    </message>
    <message>
        <source>the supplier</source>
        <translation>der Lieferant</translation>
    </message>
    <message>
        <source>the minimum order</source>
        <translation>die Mindestbestellmenge</translation>
    </message>
    <message>
        <source>the order multiple</source>
        <translation>das Bestellvielfache</translation>
    </message>
    <message>
        <source>the lead time in days</source>
        <translation>die Wiederbeschaffungszeit in Tagen</translation>
    </message>
    <message>
        <source>the unit price</source>
        <translation>der Einzelpreis</translation>
    </message>
    <message>
        <source>below the supplier&apos;s minimum order of %1</source>
        <translation>unter der Mindestbestellmenge des Lieferanten von %1</translation>
    </message>
    <message>
        <source>not a multiple of %1, in which the supplier delivers</source>
        <translation>kein Vielfaches von %1, in dem der Lieferant liefert</translation>
    </message>
    <message>
        <source>The rules in force do not look at overrides. Rules ▸ Add delivered packs brings overrides.grl; then publish it.</source>
        <translation>Die geltenden Regeln beachten keine Vorgaben. Regeln ▸ Mitgelieferte Pakete hinzufügen bringt overrides.grl; danach veröffentlichen.</translation>
    </message>
    <message>
        <source>The rules see no need to order (%1), so the quantity you asked for makes no order.</source>
        <translation>Die Regeln sehen keinen Bedarf (%1), deshalb ergibt die vorgegebene Menge keine Bestellung.</translation>
    </message>
    <message>
        <source>%1 units from %2, by %3: %4</source>
        <translation>%1 Einheiten von %2, durch %3: %4</translation>
    </message>
    <message>
        <source>%1 units, by %2: %3</source>
        <translation>%1 Einheiten, durch %2: %3</translation>
    </message>
    <message>
        <source>from %1, by %2: %3</source>
        <translation>von %1, durch %2: %3</translation>
    </message>
</context>
<context>
    <name>purchasing::Problem</name>
    <message>
        <source>no demand record</source>
        <translation>kein Bedarfsdatensatz</translation>
    </message>
    <message>
        <source>no daily demand</source>
        <translation>kein Tagesbedarf</translation>
    </message>
    <message>
        <source>negative daily demand</source>
        <translation>negativer Tagesbedarf</translation>
    </message>
    <message>
        <source>trend unknown</source>
        <translation>Trend unbekannt</translation>
    </message>
    <message>
        <source>inventory unknown</source>
        <translation>Bestand unbekannt</translation>
    </message>
    <message>
        <source>no inventory record</source>
        <translation>kein Bestandsdatensatz</translation>
    </message>
    <message>
        <source>stock quantity unknown</source>
        <translation>Bestandsmenge unbekannt</translation>
    </message>
    <message>
        <source>negative quantity on order</source>
        <translation>negative Menge im Zulauf</translation>
    </message>
    <message>
        <source>supplier unknown</source>
        <translation>Lieferant unbekannt</translation>
    </message>
    <message>
        <source>no supplier</source>
        <translation>kein Lieferant</translation>
    </message>
    <message>
        <source>supplier %1 no longer offers this product</source>
        <translation>Lieferant %1 bietet dieses Produkt nicht mehr an</translation>
    </message>
    <message>
        <source>unknown whether the supplier is active</source>
        <translation>unbekannt, ob der Lieferant aktiv ist</translation>
    </message>
    <message>
        <source>no lead time</source>
        <translation>keine Wiederbeschaffungszeit</translation>
    </message>
    <message>
        <source>negative lead time</source>
        <translation>negative Wiederbeschaffungszeit</translation>
    </message>
    <message>
        <source>no minimum order quantity</source>
        <translation>keine Mindestbestellmenge</translation>
    </message>
    <message>
        <source>negative minimum order quantity</source>
        <translation>negative Mindestbestellmenge</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>negative price</source>
        <translation>negativer Preis</translation>
    </message>
    <message>
        <source>no order multiple</source>
        <translation>kein Bestellvielfaches</translation>
    </message>
    <message>
        <source>order multiple is not above zero</source>
        <translation>Bestellvielfaches ist nicht größer als null</translation>
    </message>
    <message>
        <source>units unknown</source>
        <translation>Einheiten unbekannt</translation>
    </message>
    <message>
        <source>no unit conversion</source>
        <translation>keine Umrechnung der Einheiten</translation>
    </message>
    <message>
        <source>unit conversion without a factor</source>
        <translation>Umrechnung der Einheiten ohne Faktor</translation>
    </message>
    <message>
        <source>open orders unknown</source>
        <translation>offene Bestellungen unbekannt</translation>
    </message>
    <message>
        <source>supplier is not active</source>
        <translation>Lieferant ist nicht aktiv</translation>
    </message>
    <message>
        <source>%1 is not a whole number of units; switch the order multiples pack on</source>
        <translation>%1 ist keine ganze Zahl von Einheiten; schalten Sie das Paket für Bestellvielfache ein</translation>
    </message>
    <message>
        <source>the rules&apos; amounts do not add up</source>
        <translation>die Beträge der Regeln gehen nicht auf</translation>
    </message>
    <message>
        <source>the rules create an order without a quantity</source>
        <translation>die Regeln legen eine Bestellung ohne Menge an</translation>
    </message>
    <message>
        <source>the rules create an order but do not say whether it is approved</source>
        <translation>die Regeln legen eine Bestellung an, sagen aber nicht, ob sie freigegeben ist</translation>
    </message>
    <message>
        <source>the rules approve an order that they say needs approval</source>
        <translation>die Regeln geben eine Bestellung frei, die nach ihnen eine Freigabe braucht</translation>
    </message>
    <message>
        <source>a lead time of %1 days is not possible</source>
        <translation>eine Wiederbeschaffungszeit von %1 Tagen ist nicht möglich</translation>
    </message>
    <message>
        <source>the required quantity is too large to be held</source>
        <translation>die benötigte Menge ist zu groß, um erfasst zu werden</translation>
    </message>
    <message>
        <source>the override is stale (%1): confirm it, or revert it</source>
        <translation>die Vorgabe ist veraltet (%1): bestätigen oder zurücknehmen</translation>
    </message>
</context>
<context>
    <name>purchasing::PurchasingFlow</name>
    <message>
        <source>no %1 record</source>
        <translation>kein Datensatz: %1</translation>
    </message>
    <message>
        <source>%1 unavailable: %2</source>
        <translation>%1 nicht verfügbar: %2</translation>
    </message>
    <message>
        <source>No order was made, because the decision changed: %1.</source>
        <translation>Es wurde nicht bestellt, weil sich die Entscheidung geändert hat: %1.</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>open orders</source>
        <translation>Offene Bestellungen</translation>
    </message>
    <message>
        <source>No source knows the product &quot;%1&quot;. Check the id, or import the product.</source>
        <translation>Keine Quelle kennt das Produkt „%1“. Prüfen Sie die Nummer oder importieren Sie das Produkt.</translation>
    </message>
    <message>
        <source>override</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>No order was made, because %2 made or changed %1 meanwhile (%3): %4.</source>
        <translation>Es wurde nicht bestellt, weil %2 inzwischen %1 angelegt oder geändert hat (%3): %4.</translation>
    </message>
    <message>
        <source>a planner has overridden the supplier with %1; revert that first</source>
        <translation>ein Planer hat den Lieferanten %1 vorgegeben; nehmen Sie das zuerst zurück</translation>
    </message>
    <message>
        <source>Evaluating was cancelled.</source>
        <translation>Das Auswerten wurde abgebrochen.</translation>
    </message>
    <message>
        <source>no supplier</source>
        <translation>kein Lieferant</translation>
    </message>
    <message>
        <source>It is not known whether an order was made for %1: %2 Look at the orders before you ask again.</source>
        <translation>Es ist nicht bekannt, ob für %1 eine Bestellung angelegt wurde: %2 Sehen Sie in den Bestellungen nach, bevor Sie es noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>purchasing::RuleEngine</name>
    <message>
        <source>the rules failed: %1</source>
        <translation>die Regeln sind fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>the rules see a need but create no order</source>
        <translation>die Regeln sehen einen Bedarf, legen aber keine Bestellung an</translation>
    </message>
    <message>
        <source>unknown cause</source>
        <translation>unbekannte Ursache</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>The rules cannot be used: %1</source>
        <translation>Die Regeln können nicht verwendet werden: %1</translation>
    </message>
</context>
<context>
    <name>purchasing::RuleRun</name>
    <message>
        <source>The run was cancelled.</source>
        <translation>Der Lauf wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The run took more than %1 steps; last fired: %2.</source>
        <translation>Der Lauf hat mehr als %1 Schritte gebraucht; zuletzt ausgelöst: %2.</translation>
    </message>
    <message>
        <source>The run took longer than %1 ms; last fired: %2.</source>
        <translation>Der Lauf hat länger als %1 ms gebraucht; zuletzt ausgelöst: %2.</translation>
    </message>
    <message>
        <source>The rules did not come to an end within %1 cycles; still firing: %2.</source>
        <translation>Die Regeln sind in %1 Schritten nicht zu Ende gekommen; noch ausgelöst werden: %2.</translation>
    </message>
    <message>
        <source>Rule &quot;%1&quot; could not be evaluated: %2.</source>
        <translation>Regel „%1“ konnte nicht ausgewertet werden: %2.</translation>
    </message>
    <message>
        <source>Rule &quot;%1&quot; stopped: %2.</source>
        <translation>Regel „%1“ ist abgebrochen: %2.</translation>
    </message>
    <message>
        <source>The condition could not be evaluated: %1.</source>
        <translation>Die Bedingung konnte nicht ausgewertet werden: %1.</translation>
    </message>
    <message>
        <source>The facts do not belong to the schema of the rules.</source>
        <translation>Die Fakten gehören nicht zum Schema der Regeln.</translation>
    </message>
    <message>
        <source>The fact %1 is too large or not a number.</source>
        <translation>Der Fakt %1 ist zu groß oder keine Zahl.</translation>
    </message>
    <message>
        <source>The fact %1 must be %2, but it is %3.</source>
        <translation>Fakt %1: Erwartet wird %2, hier steht aber %3.</translation>
    </message>
    <message>
        <source>The facts must be an object, but they are %1.</source>
        <translation>Die Fakten müssen ein Objekt sein, hier steht aber %1.</translation>
    </message>
    <message>
        <source>The run failed: %1.</source>
        <translation>Der Lauf ist fehlgeschlagen: %1.</translation>
    </message>
    <message>
        <source>fired in cycle %1 and %2 more</source>
        <translation>ausgelöst in Schritt %1 und %2 weiteren</translation>
    </message>
    <message>
        <source>fired in cycle %1</source>
        <translation>ausgelöst in Schritt %1</translation>
    </message>
    <message>
        <source>matched but retracted by another rule</source>
        <translation>passte, wurde aber von einer anderen Regel zurückgezogen</translation>
    </message>
    <message>
        <source>matched in cycle %1 but not chosen; in the end %2</source>
        <translation>passte in Schritt %1, wurde aber nicht gewählt; am Ende %2</translation>
    </message>
    <message>
        <source>matched in cycle %1 but not chosen</source>
        <translation>passte in Schritt %1, wurde aber nicht gewählt</translation>
    </message>
    <message>
        <source>not matched: %1</source>
        <translation>passt nicht: %1</translation>
    </message>
    <message>
        <source>not matched</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>the texts of the run grew beyond %1 MiB</source>
        <translation>die Texte des Laufs sind größer als %1 MiB geworden</translation>
    </message>
    <message>
        <source>there is no such element</source>
        <translation>dieses Element gibt es nicht</translation>
    </message>
    <message>
        <source>there is no element %1</source>
        <translation>es gibt kein Element %1</translation>
    </message>
    <message>
        <source>there is no object to ask for %1</source>
        <translation>es gibt kein Objekt, das nach %1 gefragt werden kann</translation>
    </message>
    <message>
        <source>there is no order between %1 and %2</source>
        <translation>%1 und %2 lassen sich nicht der Größe nach vergleichen</translation>
    </message>
    <message>
        <source>this cannot be evaluated</source>
        <translation>das kann nicht ausgewertet werden</translation>
    </message>
    <message>
        <source>this function cannot be called here</source>
        <translation>diese Funktion kann hier nicht aufgerufen werden</translation>
    </message>
    <message>
        <source>an index must be a whole number from 0</source>
        <translation>ein Index muss eine ganze Zahl ab 0 sein</translation>
    </message>
    <message>
        <source>an index must be a whole number</source>
        <translation>ein Index muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>an index must be a number or a text</source>
        <translation>ein Index muss eine Zahl oder ein Text sein</translation>
    </message>
    <message>
        <source>the result is not a finite number</source>
        <translation>das Ergebnis ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>the value is too large or nested too deeply</source>
        <translation>der Wert ist zu groß oder zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the number becomes too large</source>
        <translation>die Zahl wird zu groß</translation>
    </message>
    <message>
        <source>the text becomes too long</source>
        <translation>der Text wird zu lang</translation>
    </message>
    <message>
        <source>the text has too many parts</source>
        <translation>der Text hat zu viele Teile</translation>
    </message>
    <message>
        <source>the separator must be text</source>
        <translation>das Trennzeichen muss Text sein</translation>
    </message>
    <message>
        <source>the separator is empty</source>
        <translation>das Trennzeichen ist leer</translation>
    </message>
    <message>
        <source>the digits must be a whole number from -38 to 38</source>
        <translation>die Stellen müssen eine ganze Zahl von -38 bis 38 sein</translation>
    </message>
    <message>
        <source>the count must be a whole number from 0</source>
        <translation>die Anzahl muss eine ganze Zahl ab 0 sein</translation>
    </message>
    <message>
        <source>the function has no result for %1</source>
        <translation>die Funktion hat kein Ergebnis für %1</translation>
    </message>
    <message>
        <source>the pattern is no valid regular expression: %1</source>
        <translation>das Muster ist kein gültiger regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>start and length must be whole numbers from 0</source>
        <translation>Anfang und Länge müssen ganze Zahlen ab 0 sein</translation>
    </message>
    <message>
        <source>a number cannot be added to something missing</source>
        <translation>eine Zahl kann nicht zu etwas Fehlendem addiert werden</translation>
    </message>
    <message>
        <source>a number is needed, but this is %1</source>
        <translation>eine Zahl wird gebraucht, hier steht aber %1</translation>
    </message>
    <message>
        <source>text is needed, but this is %1</source>
        <translation>Text wird gebraucht, hier steht aber %1</translation>
    </message>
    <message>
        <source>a list is needed, but this is %1</source>
        <translation>eine Liste wird gebraucht, hier steht aber %1</translation>
    </message>
    <message>
        <source>Lcm needs whole numbers above 0, but this is %1</source>
        <translation>Lcm braucht ganze Zahlen über 0, hier steht aber %1</translation>
    </message>
    <message>
        <source>Retract needs a name, not %1</source>
        <translation>Retract braucht einen Namen, hier steht aber %1</translation>
    </message>
    <message>
        <source>&apos;&amp;&apos; and &apos;|&apos; need whole numbers</source>
        <translation>&apos;&amp;&apos; und &apos;|&apos; brauchen ganze Zahlen</translation>
    </message>
    <message>
        <source>cannot add %1 to %2</source>
        <translation>%1 und %2 lassen sich nicht addieren</translation>
    </message>
    <message>
        <source>cannot calculate with %1 and %2</source>
        <translation>%1 und %2 lassen sich nicht verrechnen</translation>
    </message>
    <message>
        <source>cannot calculate with %1</source>
        <translation>gerechnet werden kann damit nicht: %1</translation>
    </message>
    <message>
        <source>cannot look for something in %1 and %2</source>
        <translation>darin lässt sich nichts suchen: %1 und %2</translation>
    </message>
    <message>
        <source>&quot;in&quot; needs a list, not %1 and %2</source>
        <translation>„in“ braucht eine Liste, hier stehen aber %1 und %2</translation>
    </message>
    <message>
        <source>cannot compare the letters of %1 and %2</source>
        <translation>die Buchstaben lassen sich nicht vergleichen: %1 und %2</translation>
    </message>
    <message>
        <source>cannot negate %1</source>
        <translation>das lässt sich nicht umkehren: %1</translation>
    </message>
    <message>
        <source>test(...) cannot judge %1</source>
        <translation>test(...) kann das nicht beurteilen: %1</translation>
    </message>
    <message>
        <source>division by zero in %1</source>
        <translation>Division durch null in %1</translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation>Division durch null</translation>
    </message>
    <message>
        <source>%1 must be true or false, but it is %2</source>
        <translation>%1 muss wahr oder falsch sein, hier steht aber %2</translation>
    </message>
    <message>
        <source>%1 has no elements</source>
        <translation>%1 hat keine Elemente</translation>
    </message>
    <message>
        <source>%1 has no length</source>
        <translation>%1 hat keine Länge</translation>
    </message>
    <message>
        <source>%1 has no member &quot;%2&quot;</source>
        <translation>%1 hat kein Mitglied „%2“</translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation>%1 hat keinen Wert</translation>
    </message>
    <message>
        <source>%1 has the wrong kind of value</source>
        <translation>%1 hat die falsche Art von Wert</translation>
    </message>
    <message>
        <source>%1 becomes too large</source>
        <translation>%1 wird zu groß</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>true/false</source>
        <translation>wahr/falsch</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 in line %2: %3</source>
        <translation>%1 in Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1 cannot be evaluated: %2 (%3)</source>
        <translation>%1 lässt sich nicht auswerten: %2 (%3)</translation>
    </message>
    <message>
        <source>%1 cannot be evaluated: %2</source>
        <translation>%1 lässt sich nicht auswerten: %2</translation>
    </message>
    <message>
        <source>%1 is false (%2)</source>
        <translation>%1 ist falsch (%2)</translation>
    </message>
    <message>
        <source>%1 is false</source>
        <translation>%1 ist falsch</translation>
    </message>
</context>
<context>
    <name>purchasing::SourceOutage</name>
    <message>
        <source>%1 unavailable since %2: %3</source>
        <translation>%1 nicht verfügbar seit %2: %3</translation>
    </message>
</context>
<context>
    <name>purchasing::TableTitles</name>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Average demand</source>
        <translation>Durchschnittlicher Bedarf</translation>
    </message>
    <message>
        <source>Daily demand</source>
        <translation>Tagesbedarf</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>Units of measure</source>
        <translation>Maßeinheiten</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::CatalogueImport</name>
    <message>
        <source>this column is not known</source>
        <translation>diese Spalte ist nicht bekannt</translation>
    </message>
    <message>
        <source>this column stands twice</source>
        <translation>diese Spalte steht doppelt</translation>
    </message>
    <message>
        <source>this column is missing</source>
        <translation>diese Spalte fehlt</translation>
    </message>
    <message>
        <source>%1 cells where the header has %2</source>
        <translation>%1 Zellen, wo die Kopfzeile %2 hat</translation>
    </message>
    <message>
        <source>the same as in line %1</source>
        <translation>dasselbe wie in Zeile %1</translation>
    </message>
    <message>
        <source>%1 holds none of the files that can be imported (products.csv, oms_history.csv, …).</source>
        <translation>%1 enthält keine der Dateien, die importiert werden können (products.csv, oms_history.csv, …).</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>Der Import wurde abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The database user may not make temporary tables in %1, which an import needs. Bring the databases up to date (purchasing database setup), or ask whoever set them up.</source>
        <translation>Der Datenbankbenutzer darf in %1 keine temporären Tabellen anlegen, die ein Import braucht. Bringen Sie die Datenbanken auf den neuesten Stand (purchasing database setup), oder fragen Sie, wer sie eingerichtet hat.</translation>
    </message>
    <message>
        <source>has letters that this column of the database cannot hold</source>
        <translation>enthält Zeichen, die diese Spalte der Datenbank nicht aufnehmen kann</translation>
    </message>
    <message>
        <source>%1.%2 is stored as %3, which cannot take changes back, so that an import that fails would leave half of it. Nothing was changed.</source>
        <translation>%1.%2 wird als %3 gespeichert und kann Änderungen nicht zurücknehmen, sodass ein fehlgeschlagener Import zur Hälfte stehen bliebe. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is left out: there is no table %2.</source>
        <translation>%1 wird ausgelassen: Es gibt keine Tabelle %2.</translation>
    </message>
    <message>
        <source>%1: %2 cannot be taken, because %3 has no such columns.</source>
        <translation>%1: %2 kann nicht übernommen werden, weil %3 keine solchen Spalten hat.</translation>
    </message>
    <message>
        <source>the file has no row, not even a header</source>
        <translation>die Datei hat keine Zeile, auch keine Kopfzeile</translation>
    </message>
    <message>
        <source>no other file or table knows this product</source>
        <translation>keine andere Datei oder Tabelle kennt dieses Produkt</translation>
    </message>
    <message>
        <source>looks like the product &quot;%1&quot;, but is another one</source>
        <translation>sieht aus wie das Produkt „%1“, ist aber ein anderes</translation>
    </message>
    <message>
        <source>There is no file to import.</source>
        <translation>Es gibt keine Datei zum Importieren.</translation>
    </message>
    <message>
        <source>Average and trend are computed from one file with daily demand: import several one after the other.</source>
        <translation>Durchschnitt und Trend werden aus einer Datei mit Tagesbedarf berechnet: Importieren Sie mehrere nacheinander.</translation>
    </message>
    <message>
        <source>%1: left out: %2.</source>
        <translation>%1: ausgelassen: %2.</translation>
    </message>
    <message>
        <source>says something else than line %1 of %2</source>
        <translation>sagt etwas anderes als Zeile %1 von %2</translation>
    </message>
    <message>
        <source>The catalogue is another system&apos;s, which is only read here: change it there.</source>
        <translation>Der Katalog gehört einem anderen System und wird hier nur gelesen: Ändern Sie ihn dort.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::CatalogueTables</name>
    <message>
        <source>how old the data are is not known, nor noticed that they change</source>
        <translation>wie alt die Daten sind, ist nicht bekannt, und dass sie sich ändern, wird nicht bemerkt</translation>
    </message>
    <message>
        <source>no demand is known and nothing can be decided</source>
        <translation>kein Bedarf ist bekannt, und nichts kann entschieden werden</translation>
    </message>
    <message>
        <source>products are shown by their id, without name and category</source>
        <translation>Produkte werden mit ihrer ID gezeigt, ohne Namen und Kategorie</translation>
    </message>
    <message>
        <source>there is no chart of past demand</source>
        <translation>es gibt kein Diagramm des bisherigen Bedarfs</translation>
    </message>
    <message>
        <source>goods ordered outside of this program do not count as on order</source>
        <translation>außerhalb dieses Programms bestellte Ware zählt nicht als bestellt</translation>
    </message>
    <message>
        <source>no stock is known and nothing can be decided</source>
        <translation>kein Bestand ist bekannt, und nichts kann entschieden werden</translation>
    </message>
    <message>
        <source>quantities are not rounded up to full packs</source>
        <translation>Mengen werden nicht auf volle Packungen aufgerundet</translation>
    </message>
    <message>
        <source>no supplier is known and nothing can be ordered</source>
        <translation>kein Lieferant ist bekannt, und nichts kann bestellt werden</translation>
    </message>
    <message>
        <source>there are no cases to order in</source>
        <translation>es gibt keine Gebinde, in denen bestellt wird</translation>
    </message>
    <message>
        <source>whether demand rises or falls is not known</source>
        <translation>ob der Bedarf steigt oder fällt, ist nicht bekannt</translation>
    </message>
    <message>
        <source>products have no category</source>
        <translation>Produkte haben keine Kategorie</translation>
    </message>
    <message>
        <source>all stock counts as in one warehouse</source>
        <translation>aller Bestand gilt als in einem Lager</translation>
    </message>
    <message>
        <source>nothing counts as reserved</source>
        <translation>nichts gilt als reserviert</translation>
    </message>
    <message>
        <source>suppliers are shown by their id</source>
        <translation>Lieferanten werden mit ihrer ID gezeigt</translation>
    </message>
    <message>
        <source>the cheapest active supplier comes first</source>
        <translation>der günstigste aktive Lieferant kommt zuerst</translation>
    </message>
    <message>
        <source>orders cannot be addressed by e-mail</source>
        <translation>Bestellungen können nicht per E-Mail adressiert werden</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::CsvReader</name>
    <message>
        <source>the file cannot be opened: %1</source>
        <translation>die Datei kann nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>the file is UTF-16; save it as UTF-8</source>
        <translation>die Datei ist UTF-16; speichern Sie sie als UTF-8</translation>
    </message>
    <message>
        <source>line %1: a quote is not closed</source>
        <translation>Zeile %1: ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>line %1: text after a closing quote</source>
        <translation>Zeile %1: Text nach einem schließenden Anführungszeichen</translation>
    </message>
    <message>
        <source>this is no ordinary file</source>
        <translation>dies ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>line %1: longer than 16 MiB</source>
        <translation>Zeile %1: länger als 16 MiB</translation>
    </message>
    <message>
        <source>the file was changed while it was read</source>
        <translation>die Datei wurde geändert, während sie gelesen wurde</translation>
    </message>
    <message>
        <source>line %1: more than %2 cells</source>
        <translation>Zeile %1: mehr als %2 Zellen</translation>
    </message>
    <message>
        <source>line %1: a cell is longer than 1 MiB</source>
        <translation>Zeile %1: eine Zelle ist länger als 1 MiB</translation>
    </message>
    <message>
        <source>the encoding %1 is not known</source>
        <translation>die Kodierung %1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>from line %1 on: is not %2 text</source>
        <translation>ab Zeile %1: ist kein Text in %2</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::CsvTables</name>
    <message>
        <source>&quot;%1&quot; is not a whole number</source>
        <translation>„%1“ ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number with a point and at most %2 decimals</source>
        <translation>„%1“ ist keine Zahl mit Punkt und höchstens %2 Nachkommastellen</translation>
    </message>
    <message>
        <source>%1 has more than %2 decimals</source>
        <translation>%1 hat mehr als %2 Nachkommastellen</translation>
    </message>
    <message>
        <source>longer than %1 characters</source>
        <translation>länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>contains a control character</source>
        <translation>enthält ein Steuerzeichen</translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation>ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false</source>
        <translation>„%1“ ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date like 2026-01-31</source>
        <translation>„%1“ ist kein Datum wie 2026-01-31</translation>
    </message>
    <message>
        <source>below %1: the product will be blocked</source>
        <translation>unter %1: das Produkt wird gesperrt sein</translation>
    </message>
    <message>
        <source>above %1: the product will be blocked</source>
        <translation>über %1: das Produkt wird gesperrt sein</translation>
    </message>
    <message>
        <source>no e-mail address that a message can go to: orders will not be sent by themselves</source>
        <translation>keine E-Mail-Adresse, an die eine Nachricht gehen kann: Bestellungen werden nicht von selbst gesendet</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::DatabaseProbe</name>
    <message>
        <source>names and demand</source>
        <translation>Namen und Bedarf</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>suppliers and prices</source>
        <translation>Lieferanten und Preise</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>orders, approvals and rules</source>
        <translation>Bestellungen, Freigaben und Regeln</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::Errors</name>
    <message>
        <source>%1 is not known here. Add the person under Tools, People.</source>
        <translation>%1 ist hier nicht bekannt. Fügen Sie die Person unter Extras, Personen hinzu.</translation>
    </message>
    <message>
        <source>%1 no longer works with this database.</source>
        <translation>%1 arbeitet nicht mehr mit dieser Datenbank.</translation>
    </message>
    <message>
        <source>What was remembered of the audit log in %1 was changed from outside, or signed with another key.</source>
        <translation>Was in %1 vom Prüfprotokoll gemerkt war, wurde von außen geändert oder mit einem anderen Schlüssel signiert.</translation>
    </message>
    <message>
        <source>The audit log was changed from outside: event %1 %2.</source>
        <translation>Das Prüfprotokoll wurde von außen geändert: Ereignis %1 %2.</translation>
    </message>
    <message>
        <source>Loading the catalogue was stopped.</source>
        <translation>Das Laden des Katalogs wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 of %2 holds &quot;%3&quot;, which is not %4.</source>
        <translation>%1 von %2 enthält „%3“; erwartet wird: %4.</translation>
    </message>
    <message>
        <source>%1 was moved, deleted or replaced while it was open. Put it back, or close the program and start it again.</source>
        <translation>%1 wurde verschoben, gelöscht oder ersetzt, während es geöffnet war. Legen Sie es zurück, oder beenden Sie das Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>The connection to the database broke while this was being saved. Look whether it was done before you do it again.</source>
        <translation>Die Verbindung zur Datenbank brach ab, während dies gespeichert wurde. Sehen Sie nach, ob es geschehen ist, bevor Sie es noch einmal tun.</translation>
    </message>
    <message>
        <source>The database server did not answer, and waiting was given up.</source>
        <translation>Der Datenbankserver hat nicht geantwortet; es wird nicht länger gewartet.</translation>
    </message>
    <message>
        <source>The database work failed unexpectedly.</source>
        <translation>Die Arbeit an der Datenbank ist unerwartet fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 is not a database. Choose another file.</source>
        <translation>%1 ist keine Datenbank. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a database file.</source>
        <translation>%1 ist ein Ordner. Wählen Sie eine Datenbankdatei.</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be read. You have no permission to read it.</source>
        <translation>%1 kann nicht gelesen werden. Sie haben keine Berechtigung dazu.</translation>
    </message>
    <message>
        <source>%1 is empty and not a database. Delete it or choose another file.</source>
        <translation>%1 ist leer und keine Datenbank. Löschen Sie die Datei, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>%1 belongs to another program and was left untouched. Choose another file.</source>
        <translation>%1 gehört einem anderen Programm und wurde nicht angerührt. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program (schema %2, this version knows %3). Update the program to open it.</source>
        <translation>%1 wurde von einer neueren Version dieses Programms geschrieben (Schema %2, diese Version kennt %3). Aktualisieren Sie das Programm, um es zu öffnen.</translation>
    </message>
    <message>
        <source>The connection to the database server breaks off while it is being made. Check that host and port name a database server.</source>
        <translation>Die Verbindung zum Datenbankserver bricht beim Aufbau ab. Prüfen Sie, ob Host und Port einen Datenbankserver nennen.</translation>
    </message>
    <message>
        <source>The database server takes the connection but does not answer. Check that host and port name a database server, and that the network lets its answers through.</source>
        <translation>Der Datenbankserver nimmt die Verbindung an, antwortet aber nicht. Prüfen Sie, ob Host und Port einen Datenbankserver nennen und ob das Netz seine Antworten durchlässt.</translation>
    </message>
    <message>
        <source>The connection to the database server broke. Try again.</source>
        <translation>Die Verbindung zum Datenbankserver ist abgebrochen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database server offers no secure connection (TLS), but one is required. Set TLS up there, or switch encryption off where the network is to be trusted (DB_TLS=off).</source>
        <translation>Der Datenbankserver bietet keine sichere Verbindung (TLS) an, aber eine ist verlangt. Richten Sie dort TLS ein, oder schalten Sie die Verschlüsselung aus, wo dem Netz zu trauen ist (DB_TLS=off).</translation>
    </message>
    <message>
        <source>The database server&apos;s certificate is made out to another name. Use the host name that the certificate has, or have a certificate made for this one.</source>
        <translation>Das Zertifikat des Datenbankservers ist auf einen anderen Namen ausgestellt. Verwenden Sie den Hostnamen aus dem Zertifikat, oder lassen Sie eines für diesen ausstellen.</translation>
    </message>
    <message>
        <source>The database server&apos;s certificate has expired.</source>
        <translation>Das Zertifikat des Datenbankservers ist abgelaufen.</translation>
    </message>
    <message>
        <source>The database server&apos;s certificate is not signed by anybody trusted. Name the file with the certificate of whoever signed it (CA file).</source>
        <translation>Das Zertifikat des Datenbankservers ist von niemandem signiert, dem vertraut wird. Nennen Sie die Datei mit dem Zertifikat des Ausstellers (CA-Datei).</translation>
    </message>
    <message>
        <source>No secure connection to the database server could be made.</source>
        <translation>Es konnte keine sichere Verbindung zum Datenbankserver aufgebaut werden.</translation>
    </message>
    <message>
        <source>The database user lacks the right for this. Ask whoever set the databases up.</source>
        <translation>Dem Datenbankbenutzer fehlt das Recht dazu. Fragen Sie, wer die Datenbanken eingerichtet hat.</translation>
    </message>
    <message>
        <source>The database user lacks the right for this on %1. Ask whoever set the databases up.</source>
        <translation>Dem Datenbankbenutzer fehlt das Recht dazu an %1. Fragen Sie, wer die Datenbanken eingerichtet hat.</translation>
    </message>
    <message>
        <source>%1 Set the databases up or bring them up to date (purchasing database setup), or check their names.</source>
        <translation>%1 Richten Sie die Datenbanken ein, bringen Sie sie auf den neuesten Stand (purchasing database setup), oder prüfen Sie ihre Namen.</translation>
    </message>
    <message>
        <source>The database is busy with other people&apos;s changes. Try again in a moment.</source>
        <translation>Die Datenbank ist mit Änderungen anderer beschäftigt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The database server does not answer. Check that it runs, and the host and port.</source>
        <translation>Der Datenbankserver antwortet nicht. Prüfen Sie, ob er läuft, sowie Host und Port.</translation>
    </message>
    <message>
        <source>The database server&apos;s name is not known. Check the host.</source>
        <translation>Der Name des Datenbankservers ist nicht bekannt. Prüfen Sie den Host.</translation>
    </message>
    <message>
        <source>The database server has too many connections. Try again in a moment.</source>
        <translation>Der Datenbankserver hat zu viele Verbindungen. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The database server does not accept the user name or password. Check user and password.</source>
        <translation>Der Datenbankserver nimmt Benutzername oder Passwort nicht an. Prüfen Sie beides.</translation>
    </message>
    <message>
        <source>The database %1 does not exist, or this user may not use it. Check its name, or ask whoever set the databases up.</source>
        <translation>Die Datenbank %1 gibt es nicht, oder dieser Benutzer darf sie nicht verwenden. Prüfen Sie ihren Namen, oder fragen Sie, wer die Datenbanken eingerichtet hat.</translation>
    </message>
    <message>
        <source>The database server can only be read.</source>
        <translation>Vom Datenbankserver kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>The database server has no room left. Nothing was changed.</source>
        <translation>Auf dem Datenbankserver ist kein Platz mehr. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A table of the database is damaged. Restore it from a backup.</source>
        <translation>Eine Tabelle der Datenbank ist beschädigt. Stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>A text or number is too large for the database. Nothing was changed.</source>
        <translation>Ein Text oder eine Zahl ist zu groß für die Datenbank. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The database could not carry this out.</source>
        <translation>Die Datenbank konnte dies nicht ausführen.</translation>
    </message>
    <message>
        <source>The database refused a change that breaks its rules.</source>
        <translation>Die Datenbank hat eine Änderung abgelehnt, die gegen ihre Regeln verstößt.</translation>
    </message>
    <message>
        <source>The database is in use by another program. Try again in a moment.</source>
        <translation>Die Datenbank wird von einem anderen Programm benutzt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The database can only be read here.</source>
        <translation>Aus der Datenbank kann hier nur gelesen werden.</translation>
    </message>
    <message>
        <source>The disk reported an error while the database was used.</source>
        <translation>Der Datenträger hat einen Fehler gemeldet, während die Datenbank benutzt wurde.</translation>
    </message>
    <message>
        <source>The database file is damaged. Restore it from a backup.</source>
        <translation>Die Datenbankdatei ist beschädigt. Stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed; free some space and try again.</source>
        <translation>Der Datenträger ist voll. Nichts wurde geändert; schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database file cannot be opened. Check that it exists and that you may read it.</source>
        <translation>Die Datenbankdatei kann nicht geöffnet werden. Prüfen Sie, ob es sie gibt und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The file is not a database.</source>
        <translation>Die Datei ist keine Datenbank.</translation>
    </message>
    <message>
        <source>A part of the program is missing.</source>
        <translation>Ein Teil des Programms fehlt.</translation>
    </message>
    <message>
        <source>Somebody keeps a table of it locked.</source>
        <translation>Jemand hält eine Tabelle davon gesperrt.</translation>
    </message>
    <message>
        <source>%1.%2 is of the type %3, but a number is needed there.</source>
        <translation>%1.%2 ist vom Typ %3, gebraucht wird dort aber eine Zahl.</translation>
    </message>
    <message>
        <source>%1 has no column %2.%3, which this program cannot do without.</source>
        <translation>%1 hat keine Spalte %2.%3, ohne die dieses Programm nicht auskommt.</translation>
    </message>
    <message>
        <source>%1 has no order tables yet. Set the databases up first (purchasing database setup).</source>
        <translation>%1 hat noch keine Tabellen für Bestellungen. Richten Sie die Datenbanken zuerst ein (purchasing database setup).</translation>
    </message>
    <message>
        <source>The databases were set up by a newer version of this program (schema %1, this version knows %2). Update the program to open them.</source>
        <translation>Die Datenbanken wurden von einer neueren Version dieses Programms eingerichtet (Schema %1, diese Version kennt %2). Aktualisieren Sie das Programm, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The databases are of an older version (schema %1, this version needs %2). Bring them up to date first (purchasing database setup).</source>
        <translation>Die Datenbanken sind von einer älteren Version (Schema %1, diese Version braucht %2). Bringen Sie sie zuerst auf den neuesten Stand (purchasing database setup).</translation>
    </message>
    <message>
        <source>The file with %1, %2, has a semicolon in its name. Rename it.</source>
        <translation>Der Name der Datei %2 (%1) enthält ein Semikolon. Benennen Sie sie um.</translation>
    </message>
    <message>
        <source>The file with %1, %2, does not exist.</source>
        <translation>Die Datei %2 (%1) gibt es nicht.</translation>
    </message>
    <message>
        <source>The file with %1, %2, cannot be read.</source>
        <translation>Die Datei %2 (%1) kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file with %1, %2, is protected by a passphrase, which nobody can be asked for here. Take one without, that nobody else can read.</source>
        <translation>Die Datei %2 (%1) ist durch ein Passwort geschützt, nach dem hier niemand gefragt werden kann. Nehmen Sie eine ohne, die sonst niemand lesen kann.</translation>
    </message>
    <message>
        <source>%2 is no PEM file with %1.</source>
        <translation>%2 ist keine PEM-Datei (%1).</translation>
    </message>
    <message>
        <source>A certificate to show and the file with its key belong together.</source>
        <translation>Ein Zertifikat zum Vorzeigen und die Datei mit seinem Schlüssel gehören zusammen.</translation>
    </message>
    <message>
        <source>The database server does not accept the user name or password, or it asks this user for a certificate. Check user and password, or name your certificate and its key.</source>
        <translation>Der Datenbankserver nimmt Benutzername oder Passwort nicht an, oder er verlangt von diesem Benutzer ein Zertifikat. Prüfen Sie Benutzer und Passwort, oder nennen Sie Ihr Zertifikat und seinen Schlüssel.</translation>
    </message>
    <message>
        <source>The database server does not accept the user name or password, or not this certificate for the user. Check all three.</source>
        <translation>Der Datenbankserver nimmt Benutzername oder Passwort nicht an, oder dieses Zertifikat nicht für den Benutzer. Prüfen Sie alle drei.</translation>
    </message>
    <message>
        <source>The key in %1 does not belong to the certificate in %2.</source>
        <translation>Der Schlüssel in %1 gehört nicht zum Zertifikat in %2.</translation>
    </message>
    <message>
        <source>The database server does not accept your certificate. Have it signed by somebody whom the server trusts, and see that it has not expired.</source>
        <translation>Der Datenbankserver nimmt Ihr Zertifikat nicht an. Lassen Sie es von jemandem signieren, dem der Server vertraut, und achten Sie darauf, dass es nicht abgelaufen ist.</translation>
    </message>
    <message>
        <source>Your certificate in %1, or its key in %2, cannot be used. One of the files may be damaged.</source>
        <translation>Ihr Zertifikat in %1 oder sein Schlüssel in %2 kann nicht verwendet werden. Eine der Dateien ist vielleicht beschädigt.</translation>
    </message>
    <message>
        <source>The database client cannot start.</source>
        <translation>Der Datenbank-Client kann nicht starten.</translation>
    </message>
    <message>
        <source>Qt&apos;s MySQL driver is not installed (package libqt6sql6-mysql).</source>
        <translation>Der MySQL-Treiber von Qt ist nicht installiert (Paket libqt6sql6-mysql).</translation>
    </message>
    <message>
        <source>The database could not be tried.</source>
        <translation>Die Datenbank konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>No file can be made in the folder %1. You have no permission to write there.</source>
        <translation>Im Ordner %1 kann keine Datei angelegt werden. Sie haben dort keine Schreibberechtigung.</translation>
    </message>
    <message>
        <source>Another program is making %1 and has not finished. Try again.</source>
        <translation>Ein anderes Programm legt %1 gerade an und ist nicht fertig. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database cannot be updated: a row of %1 refers to something that is not there.</source>
        <translation>Die Datenbank kann nicht aktualisiert werden: Eine Zeile von %1 verweist auf etwas, das es nicht gibt.</translation>
    </message>
    <message>
        <source>%1 was written by an older version and must be updated first, but it can only be read.</source>
        <translation>%1 wurde von einer älteren Version geschrieben und muss erst aktualisiert werden, kann aber nur gelesen werden.</translation>
    </message>
    <message>
        <source>The database could not be opened.</source>
        <translation>Die Datenbank konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The databases could not be opened.</source>
        <translation>Die Datenbanken konnten nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The databases were opened to be looked at only.</source>
        <translation>Die Datenbanken wurden nur zum Ansehen geöffnet.</translation>
    </message>
    <message>
        <source>The user %1 may only look at the databases.</source>
        <translation>Der Benutzer %1 darf die Datenbanken nur ansehen.</translation>
    </message>
    <message>
        <source>Somebody else is setting the databases up. Try again later.</source>
        <translation>Jemand anderes richtet die Datenbanken gerade ein. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The databases could not be set up.</source>
        <translation>Die Datenbanken konnten nicht eingerichtet werden.</translation>
    </message>
    <message>
        <source>What is offered for %1 is not known.</source>
        <translation>Was für %1 angeboten wird, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The order names no product.</source>
        <translation>Die Bestellung nennt kein Produkt.</translation>
    </message>
    <message>
        <source>The order names no supplier.</source>
        <translation>Die Bestellung nennt keinen Lieferanten.</translation>
    </message>
    <message>
        <source>A quantity of %1 cannot be ordered.</source>
        <translation>Eine Menge von %1 kann nicht bestellt werden.</translation>
    </message>
    <message>
        <source>%1 has no price.</source>
        <translation>%1 hat keinen Preis.</translation>
    </message>
    <message>
        <source>A lead time of %1 days is impossible.</source>
        <translation>Eine Lieferzeit von %1 Tagen ist nicht möglich.</translation>
    </message>
    <message>
        <source>%1 approvals cannot be required.</source>
        <translation>%1 Freigaben können nicht verlangt werden.</translation>
    </message>
    <message>
        <source>The total of %1 is not %2 times %3.</source>
        <translation>Der Gesamtbetrag %1 ist nicht %2 mal %3.</translation>
    </message>
    <message>
        <source>A discount of %1 is impossible.</source>
        <translation>Ein Rabatt von %1 ist nicht möglich.</translation>
    </message>
    <message>
        <source>The amount to pay of %1 does not follow from total, discount and tax.</source>
        <translation>Der zu zahlende Betrag %1 ergibt sich nicht aus Gesamtbetrag, Rabatt und Steuer.</translation>
    </message>
    <message>
        <source>The decision behind the order cannot be read.</source>
        <translation>Die Entscheidung hinter der Bestellung kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This request was already used for another order: its key belongs to %1 of %2. Start the order again.</source>
        <translation>Diese Anforderung wurde schon für eine andere Bestellung verwendet: Ihr Schlüssel gehört zu %1 von %2. Beginnen Sie die Bestellung neu.</translation>
    </message>
    <message>
        <source>The order is not the one that was decided.</source>
        <translation>Die Bestellung ist nicht die, über die entschieden wurde.</translation>
    </message>
    <message>
        <source>An order that waits for approval is not sent by itself.</source>
        <translation>Eine Bestellung, die auf Freigabe wartet, wird nicht von selbst gesendet.</translation>
    </message>
    <message>
        <source>The order is not the one that was asked for.</source>
        <translation>Die Bestellung ist nicht die, die verlangt wurde.</translation>
    </message>
    <message>
        <source>The key of the request is too long.</source>
        <translation>Der Schlüssel der Anforderung ist zu lang.</translation>
    </message>
    <message>
        <source>%1 for %2 is above the approval ceiling of %3, so it needs approval. Evaluate it again.</source>
        <translation>%1 für %2 liegt über der Freigabegrenze von %3 und braucht daher eine Freigabe. Werten Sie neu aus.</translation>
    </message>
    <message>
        <source>%1 was decided on facts that have changed: %2. Evaluate it again.</source>
        <translation>Über %1 wurde nach Fakten entschieden, die sich geändert haben: %2. Werten Sie neu aus.</translation>
    </message>
    <message>
        <source>No order was made with this request.</source>
        <translation>Mit dieser Anforderung wurde keine Bestellung angelegt.</translation>
    </message>
    <message>
        <source>Nobody decides about their own order: %1 was created by %2. Somebody else has to do it.</source>
        <translation>Niemand entscheidet über die eigene Bestellung: %1 wurde von %2 angelegt. Jemand anderes muss es tun.</translation>
    </message>
    <message>
        <source>%1 has already approved %2; it needs another person.</source>
        <translation>%1 hat %2 schon freigegeben; es braucht eine weitere Person.</translation>
    </message>
    <message>
        <source>%1 needs somebody else&apos;s login: %2 has already acted on it as %3.</source>
        <translation>%1 braucht die Anmeldung von jemand anderem: %2 hat schon als %3 daran gehandelt.</translation>
    </message>
    <message>
        <source>The reason is longer than 2000 characters.</source>
        <translation>Der Grund ist länger als 2000 Zeichen.</translation>
    </message>
    <message>
        <source>%1 is not what you looked at: it orders %2 of %3 for %4. Look at it again.</source>
        <translation>%1 ist nicht das, was Sie angesehen haben: Bestellt werden %2 von %3 für %4. Sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>The total is more than can be held.</source>
        <translation>Der Gesamtbetrag ist größer, als gespeichert werden kann.</translation>
    </message>
    <message>
        <source>The total is %1, but %2 at %3 are %4.</source>
        <translation>Der Gesamtbetrag ist %1, aber %2 zu %3 sind %4.</translation>
    </message>
    <message>
        <source>An order needs the ids of a product and a supplier, of at most 50 characters.</source>
        <translation>Eine Bestellung braucht die Kennungen eines Produkts und eines Lieferanten mit höchstens 50 Zeichen.</translation>
    </message>
    <message>
        <source>%1 was changed from outside: %2. Verify the audit log.</source>
        <translation>%1 wurde von außen geändert: %2. Prüfen Sie das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>%1 has not been sent, so nothing can be received for it.</source>
        <translation>%1 wurde nicht gesendet, also kann dafür nichts eintreffen.</translation>
    </message>
    <message>
        <source>Of %1 between 1 and %2 can be received.</source>
        <translation>Von %1 können 1 bis %2 eintreffen.</translation>
    </message>
    <message>
        <source>%1 has not been sent; cancel it instead.</source>
        <translation>%1 wurde nicht gesendet; stornieren Sie die Bestellung stattdessen.</translation>
    </message>
    <message>
        <source>There is no such message.</source>
        <translation>Diese Nachricht gibt es nicht.</translation>
    </message>
    <message>
        <source>The sending of this message was given up meanwhile; it is tried again.</source>
        <translation>Das Senden dieser Nachricht wurde inzwischen aufgegeben; es wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>The sending of this message was taken over meanwhile.</source>
        <translation>Das Senden dieser Nachricht wurde inzwischen übernommen.</translation>
    </message>
    <message>
        <source>%1 is in an unknown state.</source>
        <translation>%1 ist in einem unbekannten Zustand.</translation>
    </message>
    <message>
        <source>There is no such purchase order.</source>
        <translation>Diese Bestellung gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 has no e-mail address.</source>
        <translation>%1 hat keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>%1 cannot be sent before it is approved.</source>
        <translation>%1 kann nicht vor der Freigabe gesendet werden.</translation>
    </message>
    <message>
        <source>%1 cannot be sent: %2 It can be sent without an address, knowingly.</source>
        <translation>%1 kann nicht gesendet werden: %2 Wissentlich geht es auch ohne Adresse.</translation>
    </message>
    <message>
        <source>There is no purchase order %1.</source>
        <translation>Es gibt keine Bestellung %1.</translation>
    </message>
    <message>
        <source>What the override was made on cannot be read.</source>
        <translation>Worauf die Vorgabe beruht, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>An override needs a reason.</source>
        <translation>Eine Vorgabe braucht einen Grund.</translation>
    </message>
    <message>
        <source>A reason has at most %1 characters.</source>
        <translation>Ein Grund hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>An override needs a quantity or a supplier.</source>
        <translation>Eine Vorgabe braucht eine Menge oder einen Lieferanten.</translation>
    </message>
    <message>
        <source>%1 does not offer %2.</source>
        <translation>%1 bietet %2 nicht an.</translation>
    </message>
    <message>
        <source>%1: %2. Look at it again.</source>
        <translation>%1: %2. Sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>%1 has no override: %2.</source>
        <translation>%1 hat keine Vorgabe: %2.</translation>
    </message>
    <message>
        <source>A name has 1 to 100 characters.</source>
        <translation>Ein Name hat 1 bis 100 Zeichen.</translation>
    </message>
    <message>
        <source>There is already somebody named %1.</source>
        <translation>Es gibt schon jemanden namens %1.</translation>
    </message>
    <message>
        <source>Nobody can shut themselves out.</source>
        <translation>Niemand kann sich selbst aussperren.</translation>
    </message>
    <message>
        <source>There is no such person.</source>
        <translation>Diese Person gibt es nicht.</translation>
    </message>
    <message>
        <source>Add a second person first: otherwise nobody could approve your orders.</source>
        <translation>Fügen Sie zuerst eine zweite Person hinzu: Sonst könnte niemand Ihre Bestellungen freigeben.</translation>
    </message>
    <message>
        <source>The single-operator mode is switched under People.</source>
        <translation>Der Einzelbetrieb wird unter Personen umgeschaltet.</translation>
    </message>
    <message>
        <source>The setting is too long.</source>
        <translation>Die Einstellung ist zu lang.</translation>
    </message>
    <message>
        <source>A currency is a code of three letters, such as USD.</source>
        <translation>Eine Währung ist ein Kürzel aus drei Buchstaben, etwa USD.</translation>
    </message>
    <message>
        <source>The approval ceiling is an amount such as 5000.00, or empty.</source>
        <translation>Die Freigabegrenze ist ein Betrag wie 5000.00 oder leer.</translation>
    </message>
    <message>
        <source>What is stored of the token was changed.</source>
        <translation>Was vom Token gespeichert ist, wurde geändert.</translation>
    </message>
    <message>
        <source>There is no such token.</source>
        <translation>Diesen Token gibt es nicht.</translation>
    </message>
    <message>
        <source>What is stored of the roles was changed.</source>
        <translation>Was von den Rollen gespeichert ist, wurde geändert.</translation>
    </message>
    <message>
        <source>A token is for 1 to %1 days.</source>
        <translation>Ein Token gilt 1 bis %1 Tage.</translation>
    </message>
    <message>
        <source>%1 is %2, not %3. Change that first.</source>
        <translation>%1 ist %2, nicht %3. Ändern Sie das zuerst.</translation>
    </message>
    <message>
        <source>Nobody changes their own roles.</source>
        <translation>Niemand ändert die eigenen Rollen.</translation>
    </message>
    <message>
        <source>That is no token.</source>
        <translation>Das ist kein Token.</translation>
    </message>
    <message>
        <source>The token was revoked. Ask for another.</source>
        <translation>Der Token wurde widerrufen. Bitten Sie um einen anderen.</translation>
    </message>
    <message>
        <source>The token was good until %1. Ask for another.</source>
        <translation>Der Token galt bis %1. Bitten Sie um einen anderen.</translation>
    </message>
    <message>
        <source>There is no product %1.</source>
        <translation>Es gibt kein Produkt %1.</translation>
    </message>
    <message>
        <source>No demand is known for %1.</source>
        <translation>Für %1 ist kein Bedarf bekannt.</translation>
    </message>
    <message>
        <source>Your draft was ended elsewhere %1.</source>
        <translation>Ihr Entwurf wurde anderswo beendet (%1).</translation>
    </message>
    <message>
        <source>Your draft was saved elsewhere %1.</source>
        <translation>Ihr Entwurf wurde anderswo gespeichert (%1).</translation>
    </message>
    <message>
        <source>Say in up to 2000 characters why the rules change.</source>
        <translation>Sagen Sie in höchstens 2000 Zeichen, warum sich die Regeln ändern.</translation>
    </message>
    <message>
        <source>Rules version %1%2 %3. Merge it into your draft before publishing.</source>
        <translation>Regelversion %1%2 %3. Führen Sie sie mit Ihrem Entwurf zusammen, bevor Sie veröffentlichen.</translation>
    </message>
    <message>
        <source>There is no proposal %1.</source>
        <translation>Es gibt keinen Vorschlag %1.</translation>
    </message>
    <message>
        <source>Proposal %1 %2.</source>
        <translation>Vorschlag %1 %2.</translation>
    </message>
    <message>
        <source>Proposal %1 was changed from outside. Verify the audit log.</source>
        <translation>Vorschlag %1 wurde von außen geändert. Prüfen Sie das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>A rule pack needs a name of at most 200 characters.</source>
        <translation>Ein Regelpaket braucht einen Namen mit höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <source>Two rule packs are named %1.</source>
        <translation>Zwei Regelpakete heißen %1.</translation>
    </message>
    <message>
        <source>A rule set needs at least one pack.</source>
        <translation>Ein Regelsatz braucht mindestens ein Paket.</translation>
    </message>
    <message>
        <source>Publishing rules needs a second person. Propose them; another person confirms them in their own session.</source>
        <translation>Zum Veröffentlichen von Regeln braucht es eine zweite Person. Schlagen Sie sie vor; eine andere Person bestätigt sie in ihrer eigenen Sitzung.</translation>
    </message>
    <message>
        <source>Proposal %1 is not what you looked at. Look at it again.</source>
        <translation>Vorschlag %1 ist nicht das, was Sie angesehen haben. Sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>Nobody confirms their own proposal. Somebody else has to do it.</source>
        <translation>Niemand bestätigt den eigenen Vorschlag. Jemand anderes muss es tun.</translation>
    </message>
    <message>
        <source>Proposal %1 needs somebody else&apos;s login: %2 has proposed it as %3.</source>
        <translation>Vorschlag %1 braucht die Anmeldung von jemand anderem: %2 hat ihn als %3 vorgeschlagen.</translation>
    </message>
    <message>
        <source>Rules version %1 is not what was published: it was changed from outside. Verify the audit log.</source>
        <translation>Regelversion %1 ist nicht das, was veröffentlicht wurde: Sie wurde von außen geändert. Prüfen Sie das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>No rules have been published.</source>
        <translation>Es wurden noch keine Regeln veröffentlicht.</translation>
    </message>
    <message>
        <source>Rules cannot be published here.</source>
        <translation>Regeln können hier nicht veröffentlicht werden.</translation>
    </message>
    <message>
        <source>The audit log was changed from outside: event %1, which was signed and remembered outside of the database, is missing, and with it all after event %2. An older copy of the database shows this too; whoever put one back removes %3.</source>
        <translation>Das Prüfprotokoll wurde von außen geändert: Ereignis %1, das signiert und außerhalb der Datenbank gemerkt wurde, fehlt, und mit ihm alles nach Ereignis %2. Eine ältere Kopie der Datenbank sieht genauso aus; wer eine zurückgespielt hat, löscht %3.</translation>
    </message>
    <message>
        <source>The audit log was changed from outside: event %1 is not the one that was signed and remembered outside of the database.</source>
        <translation>Das Prüfprotokoll wurde von außen geändert: Ereignis %1 ist nicht das, das signiert und außerhalb der Datenbank gemerkt wurde.</translation>
    </message>
    <message>
        <source>%1.%2 is of the type %3, but a date is needed there.</source>
        <translation>%1.%2 ist vom Typ %3, dort wird aber ein Datum gebraucht.</translation>
    </message>
    <message>
        <source>The fixed value &quot;%1&quot; for %2.%3 is no number.</source>
        <translation>Der feste Wert „%1“ für %2.%3 ist keine Zahl.</translation>
    </message>
    <message>
        <source>The databases could not be looked through.</source>
        <translation>Die Datenbanken konnten nicht durchgesehen werden.</translation>
    </message>
    <message>
        <source>%1: product ids are not stored as %2, so every look-up reads the whole table; with many products that is slow.</source>
        <translation>%1: Produkt-IDs sind nicht als %2 gespeichert, darum liest jede Suche die ganze Tabelle; bei vielen Produkten ist das langsam.</translation>
    </message>
    <message>
        <source>%1 has no table %2: %3.</source>
        <translation>%1 hat keine Tabelle %2: %3.</translation>
    </message>
    <message>
        <source>%1 may have more than four decimals in %2: they are rounded to four.</source>
        <translation>%1 kann in %2 mehr als vier Nachkommastellen haben: Sie werden auf vier gerundet.</translation>
    </message>
    <message>
        <source>%1 has no %2: %3.</source>
        <translation>%1 hat kein %2: %3.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>1 second ago</source>
        <translation>vor 1 Sekunde</translation>
    </message>
    <message>
        <source>%1 seconds ago</source>
        <translation>vor %1 Sekunden</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>vor 1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation>vor %1 Minuten</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours ago</source>
        <translation>vor %1 Stunden</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>submitted for approval</source>
        <translation>zur Freigabe vorgelegt</translation>
    </message>
    <message>
        <source>released for sending</source>
        <translation>zum Senden freigegeben</translation>
    </message>
    <message>
        <source>taken for sending</source>
        <translation>zum Senden übernommen</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>given back after a failed sending</source>
        <translation>nach fehlgeschlagenem Senden zurückgegeben</translation>
    </message>
    <message>
        <source>kept back from sending</source>
        <translation>vom Senden zurückgehalten</translation>
    </message>
    <message>
        <source>received</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>partly received</source>
        <translation>teilweise erhalten</translation>
    </message>
    <message>
        <source>closed short</source>
        <translation>mit Restmenge abgeschlossen</translation>
    </message>
    <message>
        <source>moved to another outbox</source>
        <translation>in einen anderen Postausgang verschoben</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>was %1 by %2 %3</source>
        <extracomment>&quot;was approved by Ann 5 minutes ago&quot;</extracomment>
        <translation>wurde %3 von %2 %1</translation>
    </message>
    <message>
        <source>After how many minutes figures are old is a whole number above 0.</source>
        <translation>Nach wie vielen Minuten Zahlen alt sind, ist eine ganze Zahl über 0.</translation>
    </message>
    <message>
        <source>These are the rules in force already, version %1: nothing would change.</source>
        <translation>Diese Regeln gelten schon, als Version %1: Es würde sich nichts ändern.</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::ImportFields</name>
    <message>
        <source>Product id</source>
        <translation>Produktnummer</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>Produktname</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Average daily demand</source>
        <translation>Durchschnittlicher Tagesbedarf</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Day of the demand</source>
        <translation>Tag des Bedarfs</translation>
    </message>
    <message>
        <source>Demand of the day</source>
        <translation>Bedarf des Tages</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Stock on hand</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Reserved stock</source>
        <translation>Reservierter Bestand</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Supplier id</source>
        <translation>Lieferantennummer</translation>
    </message>
    <message>
        <source>Supplier name</source>
        <translation>Lieferantenname</translation>
    </message>
    <message>
        <source>Minimum order quantity</source>
        <translation>Mindestbestellmenge</translation>
    </message>
    <message>
        <source>Lead time in days</source>
        <translation>Lieferzeit in Tagen</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Supplier is active</source>
        <translation>Lieferant ist aktiv</translation>
    </message>
    <message>
        <source>Order multiple</source>
        <translation>Bestellvielfaches</translation>
    </message>
    <message>
        <source>Priority of the supplier</source>
        <translation>Rang des Lieferanten</translation>
    </message>
    <message>
        <source>E-mail of the supplier</source>
        <translation>E-Mail des Lieferanten</translation>
    </message>
    <message>
        <source>From unit</source>
        <translation>Von Einheit</translation>
    </message>
    <message>
        <source>To unit</source>
        <translation>In Einheit</translation>
    </message>
    <message>
        <source>Conversion factor</source>
        <translation>Umrechnungsfaktor</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::PeopleRows</name>
    <message>
        <source>%1 cells where the header has %2</source>
        <translation>%1 Zellen, wo der Kopf %2 hat</translation>
    </message>
    <message>
        <source>%1 cells where the header has %2: the others are taken as empty</source>
        <translation>%1 Zellen, wo der Kopf %2 hat: Die übrigen gelten als leer</translation>
    </message>
    <message>
        <source>looks like a number that a spreadsheet has shortened</source>
        <translation>sieht aus wie eine Zahl, die eine Tabellenkalkulation gekürzt hat</translation>
    </message>
    <message>
        <source>%1 in line %2</source>
        <translation>%1 in Zeile %2</translation>
    </message>
    <message>
        <source>%1 %2 times, first in line %3</source>
        <translation>%1 %2-mal, zuerst in Zeile %3</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::Recognition</name>
    <message>
        <source>This is a list of products that the planner wrote. Its names, categories and demand are taken; the rest is computed, or is kept by supplier or warehouse.</source>
        <translation>Das ist eine Produktliste, die der Planer geschrieben hat. Namen, Kategorien und Bedarf werden übernommen; der Rest ist berechnet oder wird je Lieferant oder Lager geführt.</translation>
    </message>
    <message>
        <source>Several columns may be the field &quot;%1&quot;: %2. Which one is it?</source>
        <translation>Mehrere Spalten können das Feld „%1“ sein: %2. Welche ist es?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may be the stock, the minimum order quantity or how many are packed together.</source>
        <translation>„%1“ kann der Bestand, die Mindestbestellmenge oder die Packungsgröße sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; says that some prices are for more than one piece, which are not computed.</source>
        <translation>„%1“ sagt, dass manche Preise für mehr als ein Stück gelten; umgerechnet wird nicht.</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may be a thousand or a fraction: say which sign the file&apos;s decimals have</source>
        <translation>„%1“ kann Tausender oder Bruch sein: Sagen Sie, welches Dezimalzeichen die Datei hat</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a percentage</source>
        <translation>„%1“ ist ein Prozentwert</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not fit the decimal sign of the file, &quot;%2&quot;</source>
        <translation>„%1“ passt nicht zum Dezimalzeichen der Datei, „%2“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may be two days: say in which order the file writes them</source>
        <translation>„%1“ kann zwei Tage bedeuten: Sagen Sie, in welcher Reihenfolge die Datei sie schreibt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date</source>
        <translation>„%1“ ist kein Datum</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>this is no ordinary file</source>
        <translation>das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>the file cannot be opened: %1</source>
        <translation>die Datei lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>The letters beyond A to Z can be read in several ways.</source>
        <translation>Die Buchstaben jenseits von A bis Z lassen sich auf mehrere Arten lesen.</translation>
    </message>
    <message>
        <source>no table was found: no comma, semicolon, tab or bar parts its lines into columns</source>
        <translation>keine Tabelle gefunden: Weder Komma noch Semikolon, Tabulator oder Strich teilt ihre Zeilen in Spalten</translation>
    </message>
    <message>
        <source>More than one sign may part the columns.</source>
        <translation>Mehr als ein Zeichen kann die Spalten trennen.</translation>
    </message>
    <message>
        <source>no entry of the mapping fits the columns of this file</source>
        <translation>kein Eintrag der Zuordnung passt zu den Spalten dieser Datei</translation>
    </message>
    <message>
        <source>there is no line %1</source>
        <translation>es gibt keine Zeile %1</translation>
    </message>
    <message>
        <source>No header was found: the columns are counted.</source>
        <translation>Es wurde kein Kopf gefunden: Die Spalten sind gezählt.</translation>
    </message>
    <message>
        <source>this looks like a list of orders, which are not taken into a catalogue</source>
        <translation>das sieht aus wie eine Liste von Bestellungen; die werden nicht in einen Katalog übernommen</translation>
    </message>
    <message>
        <source>Not taken: %1.</source>
        <translation>Nicht übernommen: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fills nothing without other columns.</source>
        <translation>„%1“ füllt ohne andere Spalten nichts.</translation>
    </message>
    <message>
        <source>the mapping names the field &quot;%1&quot;, which there is not</source>
        <translation>die Zuordnung nennt das Feld „%1“, das es nicht gibt</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is filled twice</source>
        <translation>das Feld „%1“ wird zweimal gefüllt</translation>
    </message>
    <message>
        <source>Which column holds the ids of the products?</source>
        <translation>Welche Spalte enthält die Nummern der Produkte?</translation>
    </message>
    <message>
        <source>No column is known as &quot;%1&quot;: name one, or a value for all rows.</source>
        <translation>Keine Spalte ist als „%1“ bekannt: Nennen Sie eine oder einen Wert für alle Zeilen.</translation>
    </message>
    <message>
        <source>No column is known that a table could be filled from.</source>
        <translation>Keine Spalte ist bekannt, aus der eine Tabelle gefüllt werden könnte.</translation>
    </message>
    <message>
        <source>line %1 has %2 cells where the header has %3: commas within numbers or names cannot be told from those between columns; save the file with semicolons, or with quotes</source>
        <translation>Zeile %1 hat %2 Zellen, wo der Kopf %3 hat: Kommas in Zahlen oder Namen lassen sich nicht von denen zwischen Spalten unterscheiden; speichern Sie die Datei mit Semikolons oder mit Anführungszeichen</translation>
    </message>
    <message>
        <source>line %1 has %2 cells where the header has %3</source>
        <translation>Zeile %1 hat %2 Zellen, wo der Kopf %3 hat</translation>
    </message>
    <message>
        <source>none of its columns is known</source>
        <translation>keine ihrer Spalten ist bekannt</translation>
    </message>
    <message>
        <source>%1 is left out: %2.</source>
        <translation>%1 wird ausgelassen: %2.</translation>
    </message>
    <message>
        <source>an empty row</source>
        <translation>eine leere Zeile</translation>
    </message>
    <message>
        <source>a line of dashes</source>
        <translation>eine Zeile aus Strichen</translation>
    </message>
    <message>
        <source>the header again</source>
        <translation>noch einmal der Kopf</translation>
    </message>
    <message>
        <source>a sum</source>
        <translation>eine Summe</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>eine Anmerkung</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in line %2</source>
        <translation>„%1“ in Zeile %2</translation>
    </message>
    <message>
        <source>Some numbers have a point before their decimals (%1), others a comma (%2).</source>
        <translation>Manche Zahlen haben einen Punkt vor den Dezimalstellen (%1), andere ein Komma (%2).</translation>
    </message>
    <message>
        <source>%1 may be thousands or fractions, and no number of the file tells which.</source>
        <translation>%1 können Tausender oder Brüche sein, und keine Zahl der Datei verrät es.</translation>
    </message>
    <message>
        <source>No order of day, month and year fits all dates (%1).</source>
        <translation>Keine Reihenfolge von Tag, Monat und Jahr passt zu allen Daten (%1).</translation>
    </message>
    <message>
        <source>%1 may be different days, and no date of the file tells which.</source>
        <translation>%1 können verschiedene Tage sein, und kein Datum der Datei verrät es.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds amounts in several currencies (%2), which are not converted.</source>
        <translation>„%1“ enthält Beträge in mehreren Währungen (%2); umgerechnet wird nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in %2; amounts are taken as they stand.</source>
        <translation>„%1“ ist in %2; Beträge werden übernommen, wie sie dastehen.</translation>
    </message>
    <message>
        <source>this is a PDF, which holds no table that can be read</source>
        <translation>das ist ein PDF, das keine lesbare Tabelle enthält</translation>
    </message>
    <message>
        <source>this is a web page or XML: open it in a spreadsheet and save it as CSV</source>
        <translation>das ist eine Webseite oder XML: Öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie als CSV</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may be what was sold or what was ordered on a day; only demand is taken.</source>
        <translation>„%1“ kann das an einem Tag Verkaufte oder das Bestellte sein; nur Bedarf wird übernommen.</translation>
    </message>
    <message>
        <source>the encoding %1 is not known</source>
        <translation>die Kodierung %1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>Not in the file, so that new rows of %1 will not have it: %2.</source>
        <translation>Nicht in der Datei, so dass neue Zeilen von %1 es nicht haben: %2.</translation>
    </message>
    <message>
        <source>this is an old workbook, or one with a password: save it as .xlsx without one, or its sheet as CSV</source>
        <translation>das ist eine alte Arbeitsmappe oder eine mit Kennwort: als .xlsx ohne Kennwort speichern oder ihr Blatt als CSV</translation>
    </message>
    <message>
        <source>Several sheets hold something: which one?</source>
        <translation>Mehrere Blätter enthalten etwas: welches?</translation>
    </message>
    <message>
        <source>the file has no row, not even a header</source>
        <translation>die Datei hat keine Zeile, auch keine Kopfzeile</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::TableDetection</name>
    <message>
        <source>Demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Demand by day</source>
        <translation>Bedarf nach Tagen</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Supplier prices</source>
        <translation>Lieferantenpreise</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Changed at</source>
        <translation>Geändert am</translation>
    </message>
    <message>
        <source>%1: no table seems to hold it.</source>
        <translation>%1: Keine Tabelle scheint das zu enthalten.</translation>
    </message>
    <message>
        <source>%1: %2 was taken; %3 may be meant, too.</source>
        <translation>%1: %2 wurde genommen; auch %3 kann gemeint sein.</translation>
    </message>
    <message>
        <source>%1: say which column is &quot;%2&quot;, or a value for every row.</source>
        <translation>%1: Sagen Sie, welche Spalte „%2“ ist, oder geben Sie einen Wert für jede Zeile an.</translation>
    </message>
    <message>
        <source>%1: there is no such database, or nothing in it may be seen.</source>
        <translation>%1: Diese Datenbank gibt es nicht, oder nichts darin darf gesehen werden.</translation>
    </message>
</context>
<context>
    <name>purchasing::sql::Workbook</name>
    <message>
        <source>the workbook has no sheet &quot;%1&quot; that holds something</source>
        <translation>die Arbeitsmappe hat kein Blatt „%1“, das etwas enthält</translation>
    </message>
    <message>
        <source>no sheet of the workbook holds anything</source>
        <translation>kein Blatt der Arbeitsmappe enthält etwas</translation>
    </message>
    <message>
        <source>the workbook cannot be read: %1</source>
        <translation>die Arbeitsmappe kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>it holds definitions that no spreadsheet writes</source>
        <translation>sie enthält Definitionen, die keine Tabellenkalkulation schreibt</translation>
    </message>
    <message>
        <source>row %1 has a cell of more than 1 MiB</source>
        <translation>Zeile %1 hat eine Zelle von mehr als 1 MiB</translation>
    </message>
    <message>
        <source>its rows are not in order</source>
        <translation>ihre Zeilen sind nicht in der Reihenfolge</translation>
    </message>
    <message>
        <source>row %1 has cells that are not in order</source>
        <translation>Zeile %1 hat Zellen, die nicht in der Reihenfolge sind</translation>
    </message>
    <message>
        <source>row %1 names a text that is not there</source>
        <translation>Zeile %1 nennt einen Text, der nicht da ist</translation>
    </message>
    <message>
        <source>there is no sheet &quot;%1&quot;</source>
        <translation>es gibt kein Blatt „%1“</translation>
    </message>
    <message>
        <source>it is another packed file: unpack it first</source>
        <translation>sie ist eine andere gepackte Datei: erst entpacken</translation>
    </message>
    <message>
        <source>it has no sheet that can be seen</source>
        <translation>sie hat kein sichtbares Blatt</translation>
    </message>
    <message>
        <source>its texts are too long</source>
        <translation>ihre Texte sind zu lang</translation>
    </message>
    <message>
        <source>the workbook cannot be unpacked: %1</source>
        <translation>die Arbeitsmappe kann nicht entpackt werden: %1</translation>
    </message>
    <message>
        <source>it would be larger than 4 GiB</source>
        <translation>sie wäre größer als 4 GiB</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ActionState</name>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht verfügbar: %1</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ActivityPanel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Activity of the product</source>
        <translation>Verlauf des Produkts</translation>
    </message>
    <message>
        <source>The activity cannot be read: %1</source>
        <translation>Der Verlauf kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Nothing happened to this product yet. Evaluations and orders appear here.</source>
        <translation>Mit diesem Produkt ist noch nichts geschehen. Auswertungen und Bestellungen erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ApprovalsPage</name>
    <message>
        <source>&amp;Approve</source>
        <translation>Fre&amp;igeben</translation>
    </message>
    <message>
        <source>Re&amp;ject…</source>
        <translation>Ab&amp;lehnen…</translation>
    </message>
    <message>
        <source>Which approvals</source>
        <translation>Welche Freigaben</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Orders that need approval</source>
        <translation>Bestellungen, die eine Freigabe brauchen</translation>
    </message>
    <message>
        <source>The approvals could not be read</source>
        <translation>Die Freigaben konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No approvals waiting</source>
        <translation>Keine offenen Freigaben</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts vorhanden</translation>
    </message>
    <message>
        <source>Last decided: %1, %2.</source>
        <translation>Zuletzt entschieden: %1, %2.</translation>
    </message>
    <message>
        <source>Orders whose total before tax is above the limit of the rules wait here.</source>
        <translation>Hier warten Bestellungen, deren Summe vor Steuer über der Grenze der Regeln liegt.</translation>
    </message>
    <message>
        <source>the database is open read-only</source>
        <translation>die Datenbank ist schreibgeschützt geöffnet</translation>
    </message>
    <message>
        <source>the last decision is being written</source>
        <translation>die letzte Entscheidung wird noch gespeichert</translation>
    </message>
    <message>
        <source>no waiting order is selected</source>
        <translation>keine offene Bestellung ist ausgewählt</translation>
    </message>
    <message>
        <source>%1 created %2; somebody else has to approve it</source>
        <translation>%1 hat %2 angelegt; eine andere Person muss freigeben</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Approve %n order(s)</source>
        <translation>
            <numerusform>%n Bestellung fre&amp;igeben</numerusform>
            <numerusform>%n Bestellungen fre&amp;igeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Re&amp;ject %n order(s)…</source>
        <translation>
            <numerusform>%n Bestellung ab&amp;lehnen…</numerusform>
            <numerusform>%n Bestellungen ab&amp;lehnen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve the selected orders</source>
        <translation>Die ausgewählten Bestellungen freigeben</translation>
    </message>
    <message>
        <source>Reject the selected orders with a reason</source>
        <translation>Die ausgewählten Bestellungen mit Begründung ablehnen</translation>
    </message>
    <message>
        <source>Approving %1</source>
        <translation>Freigabe von %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>%1 ablehnen</translation>
    </message>
    <message numerus="yes">
        <source>Reject %n order(s)</source>
        <translation>
            <numerusform>%n Bestellung ablehnen</numerusform>
            <numerusform>%n Bestellungen ablehnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Why is it rejected? The reason is kept with the order; a rejection is final.</source>
        <translation>Warum wird abgelehnt? Die Begründung bleibt bei der Bestellung; eine Ablehnung ist endgültig.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Rejecting %1</source>
        <translation>Ablehnung von %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>switch to Approvals to see what is decided</source>
        <translation>wechseln Sie zu Freigaben, um zu sehen, worüber entschieden wird</translation>
    </message>
    <message>
        <source>the next order has only just been selected</source>
        <translation>die nächste Bestellung wurde eben erst ausgewählt</translation>
    </message>
    <message>
        <source>approving %1</source>
        <translation>das Freigeben von %1</translation>
    </message>
    <message>
        <source>rejecting %1</source>
        <translation>das Ablehnen von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were not decided</source>
        <translation>
            <numerusform>%n Bestellung wurde nicht entschieden</numerusform>
            <numerusform>%n Bestellungen wurden nicht entschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) approved</source>
        <translation>
            <numerusform>%n Bestellung freigegeben</numerusform>
            <numerusform>%n Bestellungen freigegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) rejected</source>
        <translation>
            <numerusform>%n Bestellung abgelehnt</numerusform>
            <numerusform>%n Bestellungen abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait for another approval</source>
        <translation>
            <numerusform>%n Bestellung wartet auf eine weitere Freigabe</numerusform>
            <numerusform>%n Bestellungen warten auf eine weitere Freigabe</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter approvals</source>
        <translation>Freigaben filtern</translation>
    </message>
    <message>
        <source>No order matches the filters</source>
        <translation>Keine Bestellung passt zu den Filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>%1; send them in Orders: To send</source>
        <translation>%1; senden Sie sie unter Bestellungen: Zu senden</translation>
    </message>
    <message>
        <source>Order, product, supplier</source>
        <translation>Bestellung, Produkt, Lieferant</translation>
    </message>
    <message>
        <source>Show in Orders what is approved and waits to be sent</source>
        <translation>Zeigt unter Bestellungen, was freigegeben ist und noch gesendet werden muss</translation>
    </message>
    <message numerus="yes">
        <source>%n approved order(s) wait(s) to be sent.</source>
        <translation>
            <numerusform>%n freigegebene Bestellung wartet darauf, gesendet zu werden.</numerusform>
            <numerusform>%n freigegebene Bestellungen warten darauf, gesendet zu werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is to be sent</source>
        <translation>Zu sendende Bestellungen zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n approved order(s) to send</source>
        <translation>
            <numerusform>%n freigegebene Bestellung zu senden</numerusform>
            <numerusform>%n freigegebene Bestellungen zu senden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; send it in Orders: To send</source>
        <translation>%1; senden Sie sie unter Bestellungen: Zu senden</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::BatchRecovery</name>
    <message>
        <source>Interrupted orders</source>
        <translation>Unterbrochene Bestellungen</translation>
    </message>
    <message>
        <source>The program ended while it was creating orders together, begun at %1.</source>
        <translation>Das Programm endete, während es gemeinsam Bestellungen anlegte (begonnen %1).</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were created.</source>
        <translation>
            <numerusform>%n Bestellung wurde angelegt.</numerusform>
            <numerusform>%n Bestellungen wurden angelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) are left. Nothing will be ordered twice.</source>
        <translation>
            <numerusform>%n Produkt ist übrig. Nichts wird doppelt bestellt.</numerusform>
            <numerusform>%n Produkte sind übrig. Nichts wird doppelt bestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the rest…</source>
        <translation>Den Rest ansehen…</translation>
    </message>
    <message>
        <source>Do not order the rest</source>
        <translation>Den Rest nicht bestellen</translation>
    </message>
    <message>
        <source>Ask me at the next start</source>
        <translation>Beim nächsten Start fragen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::BulkBar</name>
    <message>
        <source>Create P&amp;Os…</source>
        <translation>Bestellungen anlegen…</translation>
    </message>
    <message>
        <source>select at least two products in the grid</source>
        <translation>mindestens zwei Produkte in der Liste auswählen</translation>
    </message>
    <message>
        <source>no more than %1 products can be ordered together</source>
        <translation>es können höchstens %1 Produkte gemeinsam bestellt werden</translation>
    </message>
    <message>
        <source>the database is open read-only: %1</source>
        <translation>die Datenbank ist schreibgeschützt geöffnet: %1</translation>
    </message>
    <message>
        <source>the data may be out of date: %1</source>
        <translation>die Daten sind möglicherweise veraltet: %1</translation>
    </message>
    <message>
        <source>none of the selected products can be ordered</source>
        <translation>keines der ausgewählten Produkte kann bestellt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n supplier(s)</source>
        <translation>
            <numerusform>%n Lieferant</numerusform>
            <numerusform>%n Lieferanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) approval</source>
        <translation>
            <numerusform>%n braucht Freigabe</numerusform>
            <numerusform>%n brauchen Freigabe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be ordered</source>
        <translation>
            <numerusform>%n nicht bestellbar</numerusform>
            <numerusform>%n nicht bestellbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the orders of the selected products and create them together</source>
        <translation>Die Bestellungen der ausgewählten Produkte ansehen und gemeinsam anlegen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::BulkDialog</name>
    <message>
        <source>&amp;Look at the rest again…</source>
        <translation>Den &amp;Rest noch einmal ansehen…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Create purchase orders</source>
        <translation>Bestellungen anlegen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop after the order that is being made</source>
        <translation>Nach der Bestellung anhalten, die gerade angelegt wird</translation>
    </message>
    <message>
        <source>Stopping after the current order…</source>
        <translation>Hält nach der laufenden Bestellung an…</translation>
    </message>
    <message>
        <source>Reading product %1 of %2…</source>
        <translation>Produkt %1 von %2 wird gelesen…</translation>
    </message>
    <message>
        <source>Creating order %1 of %2…</source>
        <translation>Bestellung %1 von %2 wird angelegt…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Create %n order(s)</source>
        <translation>
            <numerusform>%n Bestellung an&amp;legen</numerusform>
            <numerusform>%n Bestellungen an&amp;legen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Create orders</source>
        <translation>Bestellungen an&amp;legen</translation>
    </message>
    <message>
        <source>Create these orders one after the other</source>
        <translation>Diese Bestellungen nacheinander anlegen</translation>
    </message>
    <message>
        <source>Unavailable: the products are being read</source>
        <translation>Nicht möglich: die Produkte werden gelesen</translation>
    </message>
    <message>
        <source>Unavailable: nothing of this can be ordered</source>
        <translation>Nicht möglich: nichts davon kann bestellt werden</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close without ordering the rest</source>
        <translation>Schließen, ohne den Rest zu bestellen</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n Bestellung</numerusform>
            <numerusform>%n Bestellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were created.</source>
        <translation>
            <numerusform>%n Bestellung wurde angelegt.</numerusform>
            <numerusform>%n Bestellungen wurden angelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n ist fehlgeschlagen.</numerusform>
            <numerusform>%n sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not tried.</source>
        <translation>
            <numerusform>%n wurde nicht versucht.</numerusform>
            <numerusform>%n wurden nicht versucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2: %3 before tax, %4 to pay.</source>
        <extracomment>&quot;10 orders&quot;, &quot;4 suppliers&quot;, amounts</extracomment>
        <translation>%1 bei %2: %3 vor Steuer, %4 zu zahlen.</translation>
    </message>
    <message numerus="yes">
        <source>%n supplier(s)</source>
        <translation>
            <numerusform>%n Lieferant</numerusform>
            <numerusform>%n Lieferanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were created already.</source>
        <translation>
            <numerusform>%n davon ist schon angelegt.</numerusform>
            <numerusform>%n davon sind schon angelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) approval.</source>
        <translation>
            <numerusform>%n braucht Freigabe.</numerusform>
            <numerusform>%n brauchen Freigabe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) cannot be ordered.</source>
        <translation>
            <numerusform>%n Produkt kann nicht bestellt werden.</numerusform>
            <numerusform>%n Produkte können nicht bestellt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the products…</source>
        <translation>Die Produkte werden gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>Do not send yet what has no e-mail address (%n order(s))</source>
        <translation>
            <numerusform>Noch nicht senden, was keine E-Mail-Adresse hat (%n Bestellung)</numerusform>
            <numerusform>Noch nicht senden, was keine E-Mail-Adresse hat (%n Bestellungen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Each order is one product and is decided alone. What needs no approval goes to its supplier at the end, in one message for each.</source>
        <translation>Jede Bestellung ist ein Produkt und wird für sich entschieden. Was keine Freigabe braucht, geht am Ende an seinen Lieferanten, in einer Nachricht für jeden.</translation>
    </message>
    <message>
        <source>Sending the messages…</source>
        <translation>Die Nachrichten werden gesendet…</translation>
    </message>
    <message>
        <source>Confirming override %1 of %2…</source>
        <translation>Vorgabe %1 von %2 wird bestätigt…</translation>
    </message>
    <message numerus="yes">
        <source>Co&amp;nfirm %n stale override(s)</source>
        <translation>
            <numerusform>%n veraltete Vorgabe &amp;bestätigen</numerusform>
            <numerusform>%n veraltete Vorgaben &amp;bestätigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Let these overrides hold for what has changed since; their products are then ordered with the others</source>
        <translation>Diese Vorgaben gelten auch für das, was sich seither geändert hat; ihre Produkte werden dann mit den anderen bestellt</translation>
    </message>
    <message>
        <source>ordering several products</source>
        <translation>das Bestellen mehrerer Produkte</translation>
    </message>
    <message>
        <source>it was unticked</source>
        <translation>das Häkchen wurde entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n sent or being sent.</source>
        <translation>
            <numerusform>%n gesendet oder im Versand.</numerusform>
            <numerusform>%n gesendet oder im Versand.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unavailable: nothing is ticked</source>
        <translation>Nicht möglich: nichts ist angehakt</translation>
    </message>
    <message numerus="yes">
        <source>%n left out.</source>
        <translation>
            <numerusform>%n ausgelassen.</numerusform>
            <numerusform>%n ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::BulkTree</name>
    <message>
        <source>No supplier</source>
        <translation>Kein Lieferant</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Not ordered: %1</source>
        <translation>Nicht bestellt: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Not ordered: stopped before it</source>
        <translation>Nicht bestellt: vorher angehalten</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Is created</source>
        <translation>Wird angelegt</translation>
    </message>
    <message>
        <source>Is created and sent</source>
        <translation>Wird angelegt und gesendet</translation>
    </message>
    <message>
        <source>Is created, not sent: no e-mail address</source>
        <translation>Wird angelegt, nicht gesendet: keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Is created; the message has no address</source>
        <translation>Wird angelegt; die Nachricht hat keine Adresse</translation>
    </message>
    <message>
        <source>Orders by supplier</source>
        <translation>Bestellungen nach Lieferant</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n Bestellung</numerusform>
            <numerusform>%n Bestellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) approval</source>
        <translation>
            <numerusform>%n braucht Freigabe</numerusform>
            <numerusform>%n brauchen Freigabe</numerusform>
        </translation>
    </message>
    <message>
        <source>together above the approval limit</source>
        <translation>zusammen über der Freigabegrenze</translation>
    </message>
    <message>
        <source>%1: together %2, which as one order would need approval, though no single order does.</source>
        <translation>%1: zusammen %2, was als eine Bestellung freigegeben werden müsste, auch wenn es keine einzelne muss.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::CatalogueFeed</name>
    <message>
        <source>Deciding products…</source>
        <translation>Produkte werden entschieden…</translation>
    </message>
    <message>
        <source>the look for what others changed</source>
        <translation>der Blick auf Änderungen anderer</translation>
    </message>
    <message>
        <source>Loading products…</source>
        <translation>Produkte werden geladen…</translation>
    </message>
    <message>
        <source>Reading was given up.</source>
        <translation>Das Lesen wurde aufgegeben.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ColumnFilter</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>A part of the text, or =exactly this, &lt;&gt;not this, = for empty</source>
        <translation>Ein Teil des Textes oder =genau dies, &lt;&gt;nicht dies, = für leer</translation>
    </message>
    <message>
        <source>&gt;10, &lt;=5, 10..20, =0, &lt;&gt;0, empty</source>
        <translation>&gt;10, &lt;=5, 10..20, =0, &lt;&gt;0, leer</translation>
    </message>
    <message>
        <source>&lt;today+7, today..today+30, 2026-01-31, empty</source>
        <translation>&lt;heute+7, heute..heute+30, 2026-01-31, leer</translation>
    </message>
    <message>
        <source>Unavailable: this column cannot be filtered</source>
        <translation>Nicht möglich: diese Spalte lässt sich nicht filtern</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>A value is missing after %1</source>
        <translation>Nach %1 fehlt ein Wert</translation>
    </message>
    <message>
        <source>This is not understood. You can type: %1</source>
        <translation>Das ist nicht zu verstehen. Möglich sind: %1</translation>
    </message>
    <message>
        <source>The range ends before it begins</source>
        <translation>Der Bereich endet, bevor er beginnt</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ColumnsDialog</name>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns from left to right</source>
        <translation>Spalten von links nach rechts</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>The columns, order and widths of a new installation</source>
        <translation>Spalten, Reihenfolge und Breiten wie nach der Installation</translation>
    </message>
    <message>
        <source>Ticked columns are shown, from left to right. Drag them into another order.</source>
        <translation>Angekreuzte Spalten werden von links nach rechts gezeigt. Ziehen Sie sie in eine andere Reihenfolge.</translation>
    </message>
    <message>
        <source>Always shown: a row without its id says nothing</source>
        <translation>Immer gezeigt: eine Zeile ohne Produktnummer sagt nichts</translation>
    </message>
    <message>
        <source>Unavailable: this is the first column</source>
        <translation>Nicht möglich: das ist die erste Spalte</translation>
    </message>
    <message>
        <source>Unavailable: this is the last column</source>
        <translation>Nicht möglich: das ist die letzte Spalte</translation>
    </message>
    <message>
        <source>O&amp;K</source>
        <translation>O&amp;K</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::CompareDialog</name>
    <message>
        <source>Compare rules</source>
        <translation>Regeln vergleichen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConfirmApproving</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n Bestellung</numerusform>
            <numerusform>%n Bestellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders to be approved, by supplier</source>
        <translation>Freizugebende Bestellungen nach Lieferanten</translation>
    </message>
    <message>
        <source>Supplier, order</source>
        <translation>Lieferant, Bestellung</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>Approve several orders</source>
        <translation>Mehrere Bestellungen freigeben</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n order(s) with a total of %1 before tax?</source>
        <translation>
            <numerusform>%n Bestellung über insgesamt %1 vor Steuer freigeben?</numerusform>
            <numerusform>%n Bestellungen über insgesamt %1 vor Steuer freigeben?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Approve %n order(s)</source>
        <translation>
            <numerusform>%n Bestellung &amp;freigeben</numerusform>
            <numerusform>%n Bestellungen &amp;freigeben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConfirmSending</name>
    <message>
        <source>Confirm before sending</source>
        <translation>Vor dem Senden bestätigen</translation>
    </message>
    <message>
        <source>Confirm before sending – %1</source>
        <translation>Vor dem Senden bestätigen – %1</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Do &amp;not send</source>
        <translation>&amp;Nicht senden</translation>
    </message>
    <message>
        <source>Send %1 to %2 for %3 to pay, from %4?</source>
        <extracomment>What goes where: &quot;PO-2026-000001&quot;, a supplier, an amount, a connection</extracomment>
        <translation>%1 an %2 senden, zu zahlen %3, von %4 aus?</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n order(s) to %1 for %2 to pay in all, from %3?</source>
        <translation>
            <numerusform>%n Bestellung an %1 senden, zu zahlen %2, von %3 aus?</numerusform>
            <numerusform>%n Bestellungen an %1 senden, zu zahlen insgesamt %2, von %3 aus?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Add new</source>
        <translation>Neue &amp;anlegen</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Kept in the desktop&apos;s keychain.</source>
        <translation>Wird im Schlüsselbund des Desktops aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 – production</source>
        <translation>%1 – produktiv</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Remove the connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove the connection &quot;%1&quot; from the list? Its data stays where it is.</source>
        <translation>Die Verbindung „%1“ aus der Liste entfernen? Ihre Daten bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Opening was cancelled.</source>
        <translation>Das Öffnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Unavailable: the connection is being tried</source>
        <translation>Nicht verfügbar: Die Verbindung wird gerade versucht</translation>
    </message>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>Unavailable: the demo is always there as it is</source>
        <translation>Nicht verfügbar: Die Demo ist immer da, so wie sie ist</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>&amp;Connect with missing data</source>
        <translation>Mit fehlenden Daten &amp;verbinden</translation>
    </message>
    <message>
        <source>The connection</source>
        <translation>Die Verbindung</translation>
    </message>
    <message>
        <source>No token is kept for %1. Type it, then connect.</source>
        <translation>Für %1 ist kein Token hinterlegt. Geben Sie es ein und verbinden Sie dann.</translation>
    </message>
    <message>
        <source>No password is kept for %1. Type it, then connect.</source>
        <translation>Für %1 ist kein Passwort hinterlegt. Geben Sie es ein und verbinden Sie dann.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConnectionForm</name>
    <message>
        <source>Name of the connection</source>
        <translation>Name der Verbindung</translation>
    </message>
    <message>
        <source>&amp;Read-only: look at everything, change nothing</source>
        <translation>Sch&amp;reibgeschützt: alles ansehen, nichts ändern</translation>
    </message>
    <message>
        <source>Pro&amp;duction: mark it wherever it is shown, in</source>
        <translation>Produktiv: überall &amp;markieren, in</translation>
    </message>
    <message>
        <source>Type of the connection</source>
        <translation>Art der Verbindung</translation>
    </message>
    <message>
        <source>Database file (SQLite)</source>
        <translation>Datenbankdatei (SQLite)</translation>
    </message>
    <message>
        <source>MySQL or MariaDB server</source>
        <translation>MySQL- oder MariaDB-Server</translation>
    </message>
    <message>
        <source>Colour of the production mark</source>
        <translation>Farbe der Markierung</translation>
    </message>
    <message>
        <source>red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Database file</source>
        <translation>Datenbankdatei</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Aus&amp;wählen…</translation>
    </message>
    <message>
        <source>Ne&amp;w…</source>
        <translation>N&amp;eu…</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.db);;All files (*)</source>
        <translation>Datenbanken (*.sqlite *.db);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>New database file</source>
        <translation>Neue Datenbankdatei</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Unix socket</source>
        <translation>Unix-Socket</translation>
    </message>
    <message>
        <source>Instead of host and port, on this machine only</source>
        <translation>Statt Host und Port, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Time-out in seconds</source>
        <translation>Wartezeit in Sekunden</translation>
    </message>
    <message>
        <source> s without an answer</source>
        <translation> s ohne Antwort</translation>
    </message>
    <message>
        <source>H&amp;ost</source>
        <translation>H&amp;ost</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Soc&amp;ket</source>
        <translation>Soc&amp;ket</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>%1 database</source>
        <translation>Datenbank für %1</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Ti&amp;me-out</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Unavailable: the demo is always there as it is</source>
        <translation>Nicht verfügbar: Die Demo ist immer da, so wie sie ist</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>Geben Sie der Verbindung einen Namen.</translation>
    </message>
    <message>
        <source>Choose a database file.</source>
        <translation>Wählen Sie eine Datenbankdatei aus.</translation>
    </message>
    <message>
        <source>Say on which host the server is.</source>
        <translation>Geben Sie an, auf welchem Host der Server ist.</translation>
    </message>
    <message>
        <source>Say as which user to connect.</source>
        <translation>Geben Sie an, als welcher Benutzer verbunden wird.</translation>
    </message>
    <message>
        <source>Name all five databases.</source>
        <translation>Nennen Sie alle fünf Datenbanken.</translation>
    </message>
    <message>
        <source>Confirm before sendin&amp;g: ask before an order goes to a supplier</source>
        <translation>Vor dem Senden bestäti&amp;gen: fragen, bevor eine Bestellung an einen Lieferanten geht</translation>
    </message>
    <message>
        <source>Services (gRPC)</source>
        <translation>Dienste (gRPC)</translation>
    </message>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>Ta&amp;bles…</source>
        <translation>Ta&amp;bellen…</translation>
    </message>
    <message>
        <source>Say what tables and columns are called in another system&apos;s databases</source>
        <translation>Sagen, wie Tabellen und Spalten in den Datenbanken eines anderen Systems heißen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>As the planner makes them</source>
        <translation>Wie der Planer sie anlegt</translation>
    </message>
    <message numerus="yes">
        <source>Another system&apos;s: %n with other names, only read</source>
        <translation>
            <numerusform>Eines anderen Systems: %n heißt anders, nur gelesen</numerusform>
            <numerusform>Eines anderen Systems: %n heißen anders, nur gelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConnectionList</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConnectionMenu</name>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden…</translation>
    </message>
    <message>
        <source>Work on another database file or server</source>
        <translation>Mit einer anderen Datenbankdatei oder einem anderen Server arbeiten</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>%1 – production</source>
        <translation>%1 – produktiv</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>Noch wurde nichts geöffnet</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConnectionPreferences</name>
    <message>
        <source>Database file</source>
        <translation>Datenbankdatei</translation>
    </message>
    <message>
        <source>MySQL or MariaDB</source>
        <translation>MySQL oder MariaDB</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>after a question</source>
        <translation>nach Rückfrage</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>You work on</source>
        <translation>Sie arbeiten mit</translation>
    </message>
    <message>
        <source>The database of this window</source>
        <translation>Die Datenbank dieses Fensters</translation>
    </message>
    <message>
        <source>Close this and &amp;connect…</source>
        <translation>Schließen und &amp;verbinden…</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>Add, change or remove a server, a file or services; also whether sending asks first, TLS and time-outs. What you changed here is not saved by this</source>
        <translation>Einen Server, eine Datei oder Dienste anlegen, ändern oder entfernen; auch ob vor dem Senden gefragt wird, TLS und Wartezeiten. Was Sie hier geändert haben, wird dabei nicht gespeichert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ConnectionTrial</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>What trying the connection found</source>
        <translation>Was der Test der Verbindung ergab</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Trying was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Trying %1</source>
        <translation>%1 wird versucht</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird versucht…</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>Nicht nutzbar</translation>
    </message>
    <message>
        <source>Usable in part</source>
        <translation>Teilweise nutzbar</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Nutzbar</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>The database can be used.</source>
        <translation>Die Datenbank kann genutzt werden.</translation>
    </message>
    <message numerus="yes">
        <source>All %n database(s) can be used.</source>
        <translation>
            <numerusform>%n Datenbank kann genutzt werden.</numerusform>
            <numerusform>Alle %n Datenbanken können genutzt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n database(s) can be used. Without the others you do not see: %2. Products that need it cannot be ordered.</source>
        <translation>
            <numerusform>%1 von %n Datenbank kann genutzt werden. Ohne sie sehen Sie nicht: %2. Produkte, die das brauchen, können nicht bestellt werden.</numerusform>
            <numerusform>%1 von %n Datenbanken können genutzt werden. Ohne die anderen sehen Sie nicht: %2. Produkte, die das brauchen, können nicht bestellt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n database(s) can be used. The one with the orders is needed.</source>
        <translation>
            <numerusform>%1 von %n Datenbank kann genutzt werden. Die mit den Bestellungen wird gebraucht.</numerusform>
            <numerusform>%1 von %n Datenbanken können genutzt werden. Die mit den Bestellungen wird gebraucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Test tries each database or service and says what is missing. It changes nothing.</source>
        <translation>Testen probiert jede Datenbank oder jeden Dienst und sagt, was fehlt. Es ändert nichts.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message numerus="yes">
        <source>All %n service(s) can be used.</source>
        <translation>
            <numerusform>Der Dienst ist brauchbar.</numerusform>
            <numerusform>Alle %n Dienste sind brauchbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s) can be used. Without the others this is missing: %2. Products that need it cannot be ordered.</source>
        <translation>
            <numerusform>%1 von %n Dienst ist brauchbar. Ohne die anderen fehlt: %2. Produkte, die das brauchen, können nicht bestellt werden.</numerusform>
            <numerusform>%1 von %n Diensten sind brauchbar. Ohne die anderen fehlt: %2. Produkte, die das brauchen, können nicht bestellt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s) can be used. The one with the orders is needed.</source>
        <translation>
            <numerusform>%1 von %n Dienst ist brauchbar. Der mit den Bestellungen wird gebraucht.</numerusform>
            <numerusform>%1 von %n Diensten sind brauchbar. Der mit den Bestellungen wird gebraucht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::Connections</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opening %1 was cancelled.</source>
        <translation>Das Öffnen von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Your token for %1:</source>
        <translation>Ihr Token für %1:</translation>
    </message>
    <message>
        <source>Password of %1 for %2:</source>
        <translation>Passwort von %1 für %2:</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::DecisionPanel</name>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Warum?</translation>
    </message>
    <message>
        <source>Show every rule with what it did and why</source>
        <translation>Zeigt zu jeder Regel, was sie getan hat und warum</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>What the rules decided</source>
        <translation>Was die Regeln entschieden haben</translation>
    </message>
    <message>
        <source>Select a product to see its decision.</source>
        <translation>Wählen Sie ein Produkt, um seine Entscheidung zu sehen.</translation>
    </message>
    <message>
        <source>Create PO unavailable</source>
        <translation>Anlegen nicht möglich</translation>
    </message>
    <message>
        <source>Send PO unavailable</source>
        <translation>Senden nicht möglich</translation>
    </message>
    <message>
        <source>Stock lasts until %1 (%2).</source>
        <translation>Der Bestand reicht bis %1 (%2).</translation>
    </message>
    <message>
        <source>Decided at %1 by rule set version %2.</source>
        <translation>Entschieden um %1 nach Regelversion %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) more would cost %1 less, because the discount starts there.</source>
        <translation>
            <numerusform>%n Einheit mehr würde %1 weniger kosten, weil ab dieser Menge der Rabatt gilt.</numerusform>
            <numerusform>%n Einheiten mehr würden %1 weniger kosten, weil ab dieser Menge der Rabatt gilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>%1 per day × %2 days lead time</source>
        <translation>%1 pro Tag × %2 Tage Wiederbeschaffungszeit</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>%1 on hand − %2 reserved</source>
        <translation>%1 auf Lager − %2 reserviert</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>Im Zulauf</translation>
    </message>
    <message>
        <source>Open orders, ours and others&apos;</source>
        <translation>Offene Bestellungen, eigene und fremde</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>Überschuss</translation>
    </message>
    <message>
        <source>Shortage</source>
        <translation>Fehlmenge</translation>
    </message>
    <message>
        <source>Required − available, less what is on order</source>
        <translation>Bedarf − verfügbar, abzüglich Zulauf</translation>
    </message>
    <message>
        <source>Minimum order</source>
        <translation>Mindestbestellmenge</translation>
    </message>
    <message>
        <source>Order multiple</source>
        <translation>Bestellvielfaches</translation>
    </message>
    <message>
        <source>Order quantity</source>
        <translation>Bestellmenge</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Reorder needed</source>
        <translation>Nachbestellung nötig</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Create order</source>
        <translation>Bestellung anlegen</translation>
    </message>
    <message>
        <source>Send order</source>
        <translation>Bestellung senden</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>per %1</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::DemandPanel</name>
    <message>
        <source>Daily demand of the last year</source>
        <translation>Tagesbedarf des letzten Jahres</translation>
    </message>
    <message>
        <source>Demand cannot be read or is not known.</source>
        <translation>Der Bedarf ist nicht lesbar oder nicht bekannt.</translation>
    </message>
    <message>
        <source>Average %1 %2 per day, trend: %3, as of %4.</source>
        <translation>Durchschnitt: %1 %2 pro Tag, Trend: %3, Stand: %4.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>There is no daily history.</source>
        <translation>Es gibt keine Tageswerte.</translation>
    </message>
    <message>
        <source>Daily demand</source>
        <translation>Tagesbedarf</translation>
    </message>
    <message>
        <source>Trend (4 weeks)</source>
        <translation>Trend (4 Wochen)</translation>
    </message>
    <message>
        <source>Average used</source>
        <translation>Verwendeter Durchschnitt</translation>
    </message>
    <message>
        <source>%1 per day</source>
        <translation>%1 pro Tag</translation>
    </message>
    <message>
        <source>Demand cannot be read: %1. It was %2 %3 per day before.</source>
        <translation>Der Bedarf ist nicht lesbar: %1. Zuvor waren es %2 %3 pro Tag.</translation>
    </message>
    <message>
        <source>Demand cannot be read: %1.</source>
        <translation>Der Bedarf ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>increasing</source>
        <translation>steigend</translation>
    </message>
    <message>
        <source>decreasing</source>
        <translation>fallend</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>gleichbleibend</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::DraftKeeper</name>
    <message>
        <source>Reading the rules</source>
        <translation>Lesen der Regeln</translation>
    </message>
    <message>
        <source>Your draft was discarded in another window; what is here stays</source>
        <translation>Ihr Entwurf wurde in einem anderen Fenster verworfen; was hier steht, bleibt</translation>
    </message>
    <message>
        <source>Your draft was discarded in another window</source>
        <translation>Ihr Entwurf wurde in einem anderen Fenster verworfen</translation>
    </message>
    <message>
        <source>Your draft of %1 was opened</source>
        <translation>Ihr Entwurf vom %1 wurde geöffnet</translation>
    </message>
    <message>
        <source>What you changed in another window at %1 was merged into this draft</source>
        <translation>Was Sie um %1 in einem anderen Fenster geändert haben, wurde in diesen Entwurf übernommen</translation>
    </message>
    <message>
        <source>discarding the rule draft</source>
        <translation>das Verwerfen des Regelentwurfs</translation>
    </message>
    <message>
        <source>saving the rule draft</source>
        <translation>das Speichern des Regelentwurfs</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::Evaluations</name>
    <message>
        <source>reading %1</source>
        <translation>das Lesen von %1</translation>
    </message>
    <message>
        <source>Evaluating %1</source>
        <translation>Auswerten von %1</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ExportDialog</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A choice of rows and how many they are: &quot;Selected rows (12)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>&amp;Mark the file as UTF-8 (some spreadsheets need it)</source>
        <translation>Datei als UTF-8 &amp;kennzeichnen (manche Tabellenprogramme brauchen das)</translation>
    </message>
    <message>
        <source>Mark the file as UTF-8</source>
        <translation>Datei als UTF-8 kennzeichnen</translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Export – %1</source>
        <extracomment>Title: Export – what</extracomment>
        <translation>Export – %1</translation>
    </message>
    <message>
        <source>Selected rows</source>
        <translation>Ausgewählte Zeilen</translation>
    </message>
    <message>
        <source>Rows that pass the filters</source>
        <translation>Gefilterte Zeilen</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Columns that are shown</source>
        <translation>Gezeigte Spalten</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Alle Spalten</translation>
    </message>
    <message>
        <source>CSV text file</source>
        <translation>CSV-Textdatei</translation>
    </message>
    <message>
        <source>XLSX workbook</source>
        <translation>XLSX-Arbeitsmappe</translation>
    </message>
    <message>
        <source>Semicolon, numbers with a decimal comma</source>
        <translation>Semikolon, Zahlen mit Dezimalkomma</translation>
    </message>
    <message>
        <source>Comma, numbers with a decimal point</source>
        <translation>Komma, Zahlen mit Dezimalpunkt</translation>
    </message>
    <message>
        <source>&amp;Rows:</source>
        <translation>&amp;Zeilen:</translation>
    </message>
    <message>
        <source>&amp;Columns:</source>
        <translation>&amp;Spalten:</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation>&amp;Trennzeichen:</translation>
    </message>
    <message>
        <source>First &amp;lines:</source>
        <translation>E&amp;rste Zeilen:</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>the file is being written</source>
        <translation>die Datei wird gerade geschrieben</translation>
    </message>
    <message>
        <source>no row is selected</source>
        <translation>keine Zeile ist ausgewählt</translation>
    </message>
    <message>
        <source>there are no rows</source>
        <translation>es gibt keine Zeilen</translation>
    </message>
    <message>
        <source>a workbook has room for %1 rows; choose CSV</source>
        <translation>eine Arbeitsmappe fasst %1 Zeilen; wählen Sie CSV</translation>
    </message>
    <message>
        <source>Unavailable: a workbook has no separators</source>
        <translation>Nicht möglich: eine Arbeitsmappe hat keine Trennzeichen</translation>
    </message>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht möglich: %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>Arbeitsmappen (*.xlsx)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written to %1</source>
        <translation>
            <numerusform>%n Zeile wurde nach %1 geschrieben</numerusform>
            <numerusform>%n Zeilen wurden nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>Abgebrochen. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::FilterHeader</name>
    <message>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::FindBar</name>
    <message>
        <source>Find in the rules</source>
        <translation>In den Regeln suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::GrlLexer</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Schlüsselwort</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Number or constant</source>
        <translation>Zahl oder Konstante</translation>
    </message>
    <message>
        <source>Quoted text</source>
        <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Search all pages</source>
        <translation>Alle Seiten durchsuchen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>F&amp;ind:</source>
        <translation>&amp;Suchen:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Die Seite davor</translation>
    </message>
    <message>
        <source>this is the first page you opened</source>
        <translation>das ist die erste Seite, die Sie geöffnet haben</translation>
    </message>
    <message>
        <source>The page you came back from</source>
        <translation>Die Seite, von der Sie zurückkamen</translation>
    </message>
    <message>
        <source>you did not go back</source>
        <translation>Sie sind nicht zurückgegangen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in page</source>
        <translation>Auf der Seite suchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy what is selected, or the whole page</source>
        <translation>Kopieren, was markiert ist, oder die ganze Seite</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Übliche Größe</translation>
    </message>
    <message>
        <source>No page has these words. Try a single one.</source>
        <translation>Keine Seite enthält diese Wörter. Versuchen Sie es mit einem einzelnen.</translation>
    </message>
    <message>
        <source>%1 – Manual</source>
        <translation>%1 – Handbuch</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::Identity</name>
    <message>
        <source>Finding out who works here</source>
        <translation>Feststellen, wer hier arbeitet</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ImportColumnsPage</name>
    <message>
        <source>Column of the file</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Fills the field</source>
        <translation>Füllt das Feld</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value in every row</source>
        <translation>Wert in jeder Zeile</translation>
    </message>
    <message>
        <source>No column says these; what is typed here holds for every row:</source>
        <translation>Das sagt keine Spalte; was Sie hier eingeben, gilt für jede Zeile:</translation>
    </message>
    <message>
        <source>&amp;Save mapping…</source>
        <translation>Zuordnung &amp;speichern…</translation>
    </message>
    <message>
        <source>Columns of the file and the fields they fill</source>
        <translation>Spalten der Datei und die Felder, die sie füllen</translation>
    </message>
    <message>
        <source>Fields with the same value in every row</source>
        <translation>Felder mit demselben Wert in jeder Zeile</translation>
    </message>
    <message>
        <source>For the next files like these, here or with: purchasing import --map FILE</source>
        <translation>Für die nächsten Dateien dieser Art, hier oder mit: purchasing import --map DATEI</translation>
    </message>
    <message>
        <source>Unavailable: there is still something to say about the files</source>
        <translation>Nicht möglich: Zu den Dateien ist noch etwas zu sagen</translation>
    </message>
    <message>
        <source>The field that %1 fills</source>
        <translation>Das Feld, das %1 füllt</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <source>Mappings (*.json)</source>
        <translation>Zuordnungen (*.json)</translation>
    </message>
    <message>
        <source>The mapping was saved as %1.</source>
        <translation>Die Zuordnung wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ImportDialog</name>
    <message>
        <source>&amp;Choose folder…</source>
        <translation>&amp;Ordner wählen…</translation>
    </message>
    <message>
        <source>Nothing is changed until you click Import. All files are taken, or none.</source>
        <translation>Nichts wird geändert, bevor Sie auf Importieren klicken. Es werden alle Dateien übernommen oder keine.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>%1: %p %</source>
        <translation>%1: %p %</translation>
    </message>
    <message>
        <source>Nothing is wrong with the files. Import takes what is new or changed.</source>
        <translation>Die Dateien sind in Ordnung. Importieren übernimmt, was neu oder geändert ist.</translation>
    </message>
    <message>
        <source>Unavailable: the database is open read-only</source>
        <translation>Nicht verfügbar: Die Datenbank ist schreibgeschützt geöffnet</translation>
    </message>
    <message>
        <source>Unavailable: the files are being read</source>
        <translation>Nicht verfügbar: Die Dateien werden gelesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) can be taken but deserve a look. Import takes what is new or changed.</source>
        <translation>
            <numerusform>%n Wert kann übernommen werden, verdient aber einen Blick. Der Import übernimmt, was neu oder geändert ist.</numerusform>
            <numerusform>%n Werte können übernommen werden, verdienen aber einen Blick. Der Import übernimmt, was neu oder geändert ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>A price list, a stock list, an export of another program, …</source>
        <translation>Eine Preisliste, eine Bestandsliste, ein Export eines anderen Programms, …</translation>
    </message>
    <message>
        <source>Choose &amp;file…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>Tables of any program can be taken: workbooks (.xlsx), and text with any separator and encoding, with titles above the table and sums below it. What is in them is recognised, and asked where it can be meant in two ways.</source>
        <translation>Tabellen jedes Programms lassen sich übernehmen: Arbeitsmappen (.xlsx) und Text mit jedem Trennzeichen und jeder Kodierung, mit Titeln über der Tabelle und Summen darunter. Was darin steht, wird erkannt, und gefragt, wo es zweierlei bedeuten kann.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Datei zum Importieren</translation>
    </message>
    <message>
        <source>The folder holds no file that can be imported (CSV, TSV or text).</source>
        <translation>Der Ordner enthält keine Datei, die sich importieren lässt (CSV, TSV oder Text).</translation>
    </message>
    <message>
        <source>What to import</source>
        <translation>Was importiert wird</translation>
    </message>
    <message>
        <source>How the file is written</source>
        <translation>Wie die Datei geschrieben ist</translation>
    </message>
    <message>
        <source>What the columns are</source>
        <translation>Was die Spalten sind</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>This is how the file was understood. Correct it until the rows below are right.</source>
        <translation>So wurde die Datei verstanden. Berichtigen Sie es, bis die Zeilen unten stimmen.</translation>
    </message>
    <message>
        <source>Choose what each column fills. It is remembered for files with the same columns.</source>
        <translation>Wählen Sie, was jede Spalte füllt. Für Dateien mit denselben Spalten wird es gemerkt.</translation>
    </message>
    <message>
        <source>The files are being read…</source>
        <translation>Die Dateien werden gelesen…</translation>
    </message>
    <message>
        <source>The catalogue is being changed…</source>
        <translation>Der Katalog wird geändert…</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be taken, so nothing is imported. Correct the files and choose them again.</source>
        <translation>
            <numerusform>%n Zelle kann nicht übernommen werden, deshalb wird nichts importiert. Berichtigen Sie die Dateien und wählen Sie sie noch einmal.</numerusform>
            <numerusform>%n Zellen können nicht übernommen werden, deshalb wird nichts importiert. Berichtigen Sie die Dateien und wählen Sie sie noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>the files are being read</source>
        <translation>Die Dateien werden gelesen</translation>
    </message>
    <message>
        <source>this is the last step</source>
        <translation>Das ist der letzte Schritt</translation>
    </message>
    <message>
        <source>choose a file or folder first</source>
        <translation>Wählen Sie zuerst eine Datei oder einen Ordner</translation>
    </message>
    <message>
        <source>Unavailable: this is the first step</source>
        <translation>Nicht möglich: Das ist der erste Schritt</translation>
    </message>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht möglich: %1</translation>
    </message>
    <message>
        <source>Unavailable: the last step shows first what would change</source>
        <translation>Nicht möglich: Der letzte Schritt zeigt zuerst, was sich ändern würde</translation>
    </message>
    <message>
        <source>Unavailable: choose files that have no mistakes</source>
        <translation>Nicht möglich: Wählen Sie Dateien ohne Fehler</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>first say how %1 is written</source>
        <translation>Sagen Sie zuerst, wie %1 geschrieben ist</translation>
    </message>
    <message>
        <source>first say what the columns of %1 are</source>
        <translation>Sagen Sie zuerst, was die Spalten von %1 sind</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.tab *.xlsx);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.tab *.xlsx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import tables</source>
        <translation>Tabellen importieren</translation>
    </message>
    <message>
        <source>Folder with the files</source>
        <translation>Ordner mit den Dateien</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Imported. The lists show it in a moment.</source>
        <translation>Importiert. Die Listen zeigen es gleich.</translation>
    </message>
    <message>
        <source>The files do not say: %1. What is new is blocked until somebody does; the step about the columns takes a value for every row.</source>
        <translation>Die Dateien sagen nicht: %1. Was neu ist, bleibt gesperrt, bis es jemand sagt; der Schritt mit den Spalten nimmt einen Wert für alle Zeilen.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ImportFormPage</name>
    <message>
        <source>&amp;File:</source>
        <translation>Da&amp;tei:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Kodierung:</translation>
    </message>
    <message>
        <source>&amp;Separator:</source>
        <translation>T&amp;rennzeichen:</translation>
    </message>
    <message>
        <source>&amp;Decimal sign:</source>
        <translation>&amp;Dezimalzeichen:</translation>
    </message>
    <message>
        <source>D&amp;ates in numbers:</source>
        <translation>D&amp;aten in Ziffern:</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>Strich |</translation>
    </message>
    <message>
        <source>Point (1.5)</source>
        <translation>Punkt (1.5)</translation>
    </message>
    <message>
        <source>Comma (1,5)</source>
        <translation>Komma (1,5)</translation>
    </message>
    <message>
        <source>None is needed</source>
        <translation>Keines nötig</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>Tag, Monat, Jahr</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>Monat, Tag, Jahr</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>Jahr, Monat, Tag</translation>
    </message>
    <message>
        <source>Line with the column names</source>
        <translation>Zeile mit den Spaltennamen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>The first rows as they are understood</source>
        <translation>Die ersten Zeilen, wie sie verstanden werden</translation>
    </message>
    <message>
        <source>&amp;Header in line:</source>
        <translation>K&amp;opf in Zeile:</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Bitte wählen</translation>
    </message>
    <message>
        <source>Unavailable: the file has exactly our own form</source>
        <translation>Nicht möglich: Die Datei hat genau unsere eigene Form</translation>
    </message>
    <message>
        <source>This file cannot be taken: %1.</source>
        <translation>Diese Datei lässt sich nicht übernehmen: %1.</translation>
    </message>
    <message>
        <source>Please choose above.</source>
        <translation>Bitte oben wählen.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>S&amp;heet:</source>
        <translation>B&amp;latt:</translation>
    </message>
    <message>
        <source>Unavailable: a workbook has it from itself</source>
        <translation>Nicht verfügbar: Eine Arbeitsmappe hat es von sich aus</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ImportReportPage</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Füllt</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>E&amp;xport this list…</source>
        <translation>Diese Liste e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>What each file would change</source>
        <translation>Was jede Datei ändern würde</translation>
    </message>
    <message>
        <source>Cells that cannot be taken, and warnings</source>
        <translation>Zellen, die nicht übernommen werden können, und Warnungen</translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Values that were changed: %1; %2 of them here:</source>
        <translation>Geänderte Werte: %1; %2 davon hier:</translation>
    </message>
    <message>
        <source>Changes of the import</source>
        <translation>Änderungen des Imports</translation>
    </message>
    <message>
        <source>import-changes</source>
        <translation>import-aenderungen</translation>
    </message>
    <message>
        <source>Values that change</source>
        <translation>Werte, die sich ändern</translation>
    </message>
    <message>
        <source>Nothing changes: everything is as the files say.</source>
        <translation>Nichts ändert sich: Alles ist schon so wie in den Dateien.</translation>
    </message>
    <message>
        <source>Values that would change: %1; %2 of them here:</source>
        <translation>Werte, die sich ändern würden: %1; davon hier: %2</translation>
    </message>
    <message>
        <source>The first %1 values that change; %2 of them here:</source>
        <translation>Die ersten %1 Werte, die sich ändern; davon hier: %2</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Values that were changed: %1</source>
        <translation>Geänderte Werte: %1</translation>
    </message>
    <message>
        <source>Values that would change: %1</source>
        <translation>Werte, die sich ändern würden: %1</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::InstallationDraft</name>
    <message>
        <source>the database does not answer, so it is not known who works here</source>
        <translation>die Datenbank antwortet nicht, daher ist nicht bekannt, wer hier arbeitet</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::InstallationPreferences</name>
    <message>
        <source>Kept in the database, for everybody who works with it; every change is written into the audit log.</source>
        <translation>Liegt in der Datenbank und gilt für alle, die mit ihr arbeiten; jede Änderung kommt ins Prüfprotokoll.</translation>
    </message>
    <message>
        <source>Kept in the database, for everybody who works with it. Unavailable: %1</source>
        <translation>Liegt in der Datenbank und gilt für alle, die mit ihr arbeiten. Nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>Company and documents</source>
        <translation>Firma und Dokumente</translation>
    </message>
    <message>
        <source>Stands on every order and message</source>
        <translation>Steht auf jeder Bestellung und Nachricht</translation>
    </message>
    <message>
        <source>Company &amp;name</source>
        <translation>&amp;Name der Firma</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Anschrift</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>Messages to suppliers come from there</source>
        <translation>Von dort kommen die Nachrichten an Lieferanten</translation>
    </message>
    <message>
        <source>&amp;Delivery address</source>
        <translation>&amp;Lieferanschrift</translation>
    </message>
    <message>
        <source>Where suppliers deliver</source>
        <translation>Wohin Lieferanten liefern</translation>
    </message>
    <message>
        <source>&amp;Currency</source>
        <translation>&amp;Währung</translation>
    </message>
    <message>
        <source>Of all prices; a code of three letters, such as USD</source>
        <translation>Aller Preise; ein Kürzel aus drei Buchstaben, etwa USD</translation>
    </message>
    <message>
        <source>A currency is a code of three letters, such as USD.</source>
        <translation>Eine Währung ist ein Kürzel aus drei Buchstaben, etwa USD.</translation>
    </message>
    <message>
        <source>Rules and approvals</source>
        <translation>Regeln und Freigaben</translation>
    </message>
    <message>
        <source>none: the rules alone decide</source>
        <translation>keine: allein die Regeln entscheiden</translation>
    </message>
    <message>
        <source>Approval ceilin&amp;g</source>
        <translation>Freigabe&amp;grenze</translation>
    </message>
    <message>
        <source>An order above this total before tax needs approval whatever the rules say</source>
        <translation>Eine Bestellung über dieser Summe vor Steuern braucht eine Freigabe, was auch immer die Regeln sagen</translation>
    </message>
    <message>
        <source>The approval ceiling is an amount such as 5000.00, or empty.</source>
        <translation>Die Freigabegrenze ist ein Betrag wie 5000.00 oder leer.</translation>
    </message>
    <message>
        <source>&amp;Refuse one login acting as two people</source>
        <translation>&amp;Ablehnen, dass eine Anmeldung als zwei Personen handelt</translation>
    </message>
    <message>
        <source>Who orders or publishes under one name cannot approve or confirm it under another</source>
        <translation>Wer unter einem Namen bestellt oder veröffentlicht, kann es nicht unter einem anderen freigeben oder bestätigen</translation>
    </message>
    <message>
        <source>Who may work here</source>
        <translation>Wer hier arbeiten darf</translation>
    </message>
    <message>
        <source>People, and the single-operator mode in which one person orders and approves</source>
        <translation>Personen, und der Ein-Personen-Betrieb, in dem eine Person bestellt und freigibt</translation>
    </message>
    <message>
        <source>All prices keep their numbers and are called %1 instead of %2 from now on. Nothing is converted.</source>
        <translation>Alle Preise behalten ihre Zahlen und heißen ab jetzt %1 statt %2. Es wird nichts umgerechnet.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::InventoryPanel</name>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Auf Lager</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>Im Zulauf</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Stock by warehouse</source>
        <translation>Bestand nach Lager</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>Offene Bestellungen</translation>
    </message>
    <message>
        <source>No warehouse has a record of this product.</source>
        <translation>Kein Lager führt dieses Produkt.</translation>
    </message>
    <message>
        <source>Inventory cannot be read.</source>
        <translation>Der Bestand kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Stock cannot be read: %1.</source>
        <translation>Der Bestand ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>They cannot be read.</source>
        <translation>Sie können nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::LiveProduct</name>
    <message>
        <source>As in Planning</source>
        <translation>Wie in der Planung</translation>
    </message>
    <message>
        <source>Choose the product that the draft is tried on</source>
        <translation>Das Produkt wählen, an dem der Entwurf probiert wird</translation>
    </message>
    <message>
        <source>Try the draft on the product that is selected in Planning</source>
        <translation>Den Entwurf an dem Produkt probieren, das in der Planung ausgewählt ist</translation>
    </message>
    <message>
        <source>Try the rules on a product</source>
        <translation>Die Regeln an einem Produkt probieren</translation>
    </message>
    <message>
        <source>&amp;Try on a product…</source>
        <translation>An Produk&amp;t probieren…</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::LiveResult</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Shortage</source>
        <translation>Fehlmenge</translation>
    </message>
    <message>
        <source>Order quantity</source>
        <translation>Bestell­menge</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Reorder needed</source>
        <translation>Nach­bestellen</translation>
    </message>
    <message>
        <source>Requires approval</source>
        <translation>Freigabe nötig</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Create order</source>
        <translation>Bestellung anlegen</translation>
    </message>
    <message>
        <source>Send order</source>
        <translation>Bestellung senden</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Rules fired</source>
        <translation>Ausgelöste Regeln</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Result of the draft beside the published rules</source>
        <translation>Ergebnis des Entwurfs neben dem der veröffentlichten Regeln</translation>
    </message>
    <message>
        <source>The draft decides the same as the published rules.</source>
        <translation>Der Entwurf entscheidet wie die veröffentlichten Regeln.</translation>
    </message>
    <message numerus="yes">
        <source>The draft changes %n value(s) of this product. It does not decide orders until it is published.</source>
        <translation>
            <numerusform>Der Entwurf ändert %n Wert dieses Produkts. Er entscheidet erst über Bestellungen, wenn er veröffentlicht ist.</numerusform>
            <numerusform>Der Entwurf ändert %n Werte dieses Produkts. Er entscheidet erst über Bestellungen, wenn er veröffentlicht ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Showing the result of the last valid text (%2).</source>
        <translation>%1 Sie sehen das Ergebnis des letzten gültigen Textes (%2).</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::Locator</name>
    <message>
        <source>Go to product</source>
        <translation>Gehe zu Produkt</translation>
    </message>
    <message>
        <source>Product to go to</source>
        <translation>Gesuchtes Produkt</translation>
    </message>
    <message>
        <source>Type a part of a product&apos;s id or name</source>
        <translation>Teil der Produktnummer oder des Namens eingeben</translation>
    </message>
    <message>
        <source>Products found</source>
        <translation>Gefundene Produkte</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>No product contains &quot;%1&quot;</source>
        <translation>Kein Produkt enthält „%1“</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open folder of sent &amp;messages</source>
        <translation>Ordner der gesendeten &amp;Nachrichten öffnen</translation>
    </message>
    <message>
        <source>The messages that were written for suppliers</source>
        <translation>Die Nachrichten, die für Lieferanten geschrieben wurden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <translation>&amp;Produkt</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <translation>Be&amp;stellungen</translation>
    </message>
    <message>
        <source>&amp;Approvals</source>
        <translation>&amp;Freigaben</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Fe&amp;nster</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Info</translation>
    </message>
    <message>
        <source>Purchasing Flow Planner</source>
        <translation>Purchasing Flow Planner</translation>
    </message>
    <message>
        <source>Purchasing Flow Planner %1

Rules decide, the flow executes.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Purchasing Flow Planner %1

Regeln entscheiden, der Ablauf führt aus.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy rows with &amp;headers</source>
        <translation>Zeilen &amp;mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>C&amp;lear filters</source>
        <translation>&amp;Filter zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Extras</translation>
    </message>
    <message>
        <source>&amp;People…</source>
        <translation>&amp;Personen…</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der De&amp;sktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Diagnostics were copied to the clipboard</source>
        <translation>Die Diagnose wurde in die Zwischenablage kopiert</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Regelablauf</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planung</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Hauptwerkzeugleiste</translation>
    </message>
    <message>
        <source>Go to product…</source>
        <translation>Gehe zu Produkt…</translation>
    </message>
    <message>
        <source>Approvals (%1)</source>
        <translation>Freigaben (%1)</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>%1 is not in the catalogue</source>
        <translation>%1 ist nicht im Katalog</translation>
    </message>
    <message>
        <source> – %1, single operator</source>
        <translation> – %1, Ein-Personen-Betrieb</translation>
    </message>
    <message>
        <source> – read-only</source>
        <translation> – schreibgeschützt</translation>
    </message>
    <message>
        <source>%1 – %2%3%4 – Purchasing Flow</source>
        <extracomment>Mode – connection, person, state – product name</extracomment>
        <translation>%1 – %2%3%4 – Purchasing Flow</translation>
    </message>
    <message>
        <source>%1 by the draft</source>
        <translation>%1 nach dem Entwurf</translation>
    </message>
    <message>
        <source>%1 by rule set version %2</source>
        <translation>%1 nach Regelversion %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>&amp;Spalten…</translation>
    </message>
    <message>
        <source>Filter ro&amp;w</source>
        <translation>Filter&amp;zeile</translation>
    </message>
    <message>
        <source>Write the products or orders as a CSV or XLSX file</source>
        <translation>Produkte oder Bestellungen als CSV- oder XLSX-Datei schreiben</translation>
    </message>
    <message>
        <source>switch to Planning or Orders</source>
        <translation>wechseln Sie zu Planung oder Bestellungen</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>&amp;Verify…</source>
        <translation>Über&amp;prüfen…</translation>
    </message>
    <message>
        <source>Check everything stored against the audit log</source>
        <translation>Alles Gespeicherte gegen das Prüfprotokoll abgleichen</translation>
    </message>
    <message>
        <source>Rules (%1)</source>
        <translation>Regeln (%1)</translation>
    </message>
    <message>
        <source>Plain numbers and ISO dates, as other programs read them</source>
        <translation>Einfache Zahlen und ISO-Daten, wie andere Programme sie lesen</translation>
    </message>
    <message>
        <source>Copy as &amp;shown</source>
        <translation>Kopieren wie an&amp;gezeigt</translation>
    </message>
    <message>
        <source>The texts of the grid: dates and amounts as you read them</source>
        <translation>Die Texte der Liste: Daten und Beträge, wie Sie sie lesen</translation>
    </message>
    <message>
        <source>No order is selected</source>
        <translation>Keine Bestellung ist ausgewählt</translation>
    </message>
    <message>
        <source>%1 as it is decided now, by rule set version %2</source>
        <translation>%1, wie jetzt entschieden wird, nach Regelversion %2</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>The page about where you are</source>
        <translation>Die Seite zu der Stelle, an der Sie sind</translation>
    </message>
    <message>
        <source>What somebody who helps must know, without passwords, to be pasted</source>
        <translation>Was jemand zum Helfen wissen muss, ohne Passwörter, zum Einfügen</translation>
    </message>
    <message>
        <source>&amp;Company and documents…</source>
        <translation>&amp;Firma und Dokumente…</translation>
    </message>
    <message>
        <source>P&amp;references…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Everything that can be set, with a search</source>
        <translation>Alles, was sich einstellen lässt, mit einer Suche</translation>
    </message>
    <message>
        <source>Find a product by its id or name</source>
        <translation>Ein Produkt nach Nummer oder Namen suchen</translation>
    </message>
    <message>
        <source>&amp;Import tables…</source>
        <translation>Tabellen &amp;importieren…</translation>
    </message>
    <message>
        <source>A filter for each column, under the header of the list</source>
        <translation>Ein Filter für jede Spalte, unter der Kopfzeile der Liste</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::Manual</name>
    <message>
        <source>(no key)</source>
        <translation>(keine Taste)</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ManualView</name>
    <message>
        <source>Page of the manual</source>
        <translation>Seite des Handbuchs</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::MappingDialog</name>
    <message>
        <source>&amp;Detect</source>
        <translation>&amp;Erkennen</translation>
    </message>
    <message>
        <source>Our own &amp;names</source>
        <translation>Unsere &amp;Namen</translation>
    </message>
    <message>
        <source>Tables and columns</source>
        <translation>Tabellen und Spalten</translation>
    </message>
    <message>
        <source>Say where another system keeps what the planner reads. Its databases are only read; orders stay in the planner&apos;s own.</source>
        <translation>Sagen Sie, wo ein anderes System hat, was der Planer liest. Seine Datenbanken werden nur gelesen; Bestellungen bleiben in den eigenen des Planers.</translation>
    </message>
    <message>
        <source>The planner reads</source>
        <translation>Der Planer liest</translation>
    </message>
    <message>
        <source>It is called there</source>
        <translation>Dort heißt es</translation>
    </message>
    <message>
        <source>In the first row</source>
        <translation>In der ersten Zeile</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Ohne das</translation>
    </message>
    <message>
        <source>The databases were made by the planner: everything has its usual name</source>
        <translation>Der Planer hat die Datenbanken angelegt: Alles heißt wie gewohnt</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>Looking through the databases…</source>
        <translation>Die Datenbanken werden durchgesehen…</translation>
    </message>
    <message>
        <source>The databases cannot be looked through: %1</source>
        <translation>Die Datenbanken können nicht durchgesehen werden: %1</translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation>Tabelle von %1</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (nicht da)</translation>
    </message>
    <message>
        <source>Column of %1: %2</source>
        <translation>Spalte von %1: %2</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>(nicht da)</translation>
    </message>
    <message>
        <source>The same in every row…</source>
        <translation>In jeder Zeile gleich…</translation>
    </message>
    <message>
        <source>Always %1</source>
        <translation>Immer %1</translation>
    </message>
    <message>
        <source>needed: choose a column, or a value for every row</source>
        <translation>gebraucht: Spalte wählen oder einen Wert für jede Zeile</translation>
    </message>
    <message>
        <source>The same in every row</source>
        <translation>In jeder Zeile gleich</translation>
    </message>
    <message>
        <source>%1 of every row (1 for yes, 0 for no):</source>
        <translation>%1 in jeder Zeile (1 für ja, 0 für nein):</translation>
    </message>
    <message>
        <source>Open a mapping</source>
        <translation>Zuordnung öffnen</translation>
    </message>
    <message>
        <source>Mappings (*.json);;All files (*)</source>
        <translation>Zuordnungen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The mapping was saved in %1.</source>
        <translation>Die Zuordnung wurde in %1 gespeichert.</translation>
    </message>
    <message>
        <source>The databases are being looked through.</source>
        <translation>Die Datenbanken werden durchgesehen.</translation>
    </message>
    <message>
        <source>The databases could not be looked through.</source>
        <translation>Die Datenbanken konnten nicht durchgesehen werden.</translation>
    </message>
    <message>
        <source>Say what &quot;%1&quot; of %2 is.</source>
        <translation>Sagen Sie, was „%1“ von %2 ist.</translation>
    </message>
    <message>
        <source>Look through the databases again, and take what fits best</source>
        <translation>Die Datenbanken noch einmal durchsehen und nehmen, was am besten passt</translation>
    </message>
    <message>
        <source>O&amp;K</source>
        <translation>O&amp;K</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::MergeDialog</name>
    <message>
        <source>Merge changes of the rules</source>
        <translation>Änderungen der Regeln zusammenführen</translation>
    </message>
    <message>
        <source>Places that both sides changed</source>
        <translation>Stellen, die beide Seiten geändert haben</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meins</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Merged: what shall stand there</source>
        <translation>Zusammengeführt: was dort stehen soll</translation>
    </message>
    <message>
        <source>Keep &amp;mine</source>
        <translation>&amp;Meins behalten</translation>
    </message>
    <message>
        <source>Take &amp;theirs</source>
        <translation>&amp;Anderes übernehmen</translation>
    </message>
    <message>
        <source>Keep mine &amp;everywhere</source>
        <translation>Ü&amp;berall meins behalten</translation>
    </message>
    <message>
        <source>Take theirs every&amp;where</source>
        <translation>Überall an&amp;deres übernehmen</translation>
    </message>
    <message>
        <source>&amp;Save merged rules</source>
        <translation>Zusammengeführte Regeln &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Decide later</source>
        <translation>Spä&amp;ter entscheiden</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Every place is decided.</source>
        <translation>Über jede Stelle ist entschieden.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are to be decided.</source>
        <translation>
            <numerusform>Über %n Stelle ist zu entscheiden.</numerusform>
            <numerusform>Über %n Stellen ist zu entscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Store the merged text as your draft</source>
        <translation>Den zusammengeführten Text als Ihren Entwurf speichern</translation>
    </message>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht verfügbar: %1</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::MessagePreview</name>
    <message>
        <source>Create and send</source>
        <translation>Anlegen und senden</translation>
    </message>
    <message>
        <source>Create and send – %1</source>
        <translation>Anlegen und senden – %1</translation>
    </message>
    <message>
        <source>Create the order and send this message to %1? To pay: %2.</source>
        <translation>Die Bestellung anlegen und diese Nachricht an %1 senden? Zu zahlen: %2.</translation>
    </message>
    <message>
        <source>It goes out from %1.</source>
        <translation>Sie geht von %1 aus.</translation>
    </message>
    <message>
        <source>%1 has no e-mail address: the message will be written without a recipient, and you have to pass it on yourself.</source>
        <translation>%1 hat keine E-Mail-Adresse: Die Nachricht wird ohne Empfänger geschrieben, und Sie müssen sie selbst weitergeben.</translation>
    </message>
    <message>
        <source>Message to the supplier</source>
        <translation>Nachricht an den Lieferanten</translation>
    </message>
    <message>
        <source>Create and &amp;send</source>
        <translation>Anlegen und &amp;senden</translation>
    </message>
    <message>
        <source>Create and &amp;send without address</source>
        <translation>Ohne Adresse anlegen und &amp;senden</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::NewDatabase</name>
    <message>
        <source>%1 is a folder, not a database file.</source>
        <translation>%1 ist ein Ordner, keine Datenbankdatei.</translation>
    </message>
    <message>
        <source>There is no folder %1. Check the path of the database file.</source>
        <translation>Es gibt keinen Ordner %1. Prüfen Sie den Pfad der Datenbankdatei.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>New database</source>
        <translation>Neue Datenbank</translation>
    </message>
    <message>
        <source>No database was made.</source>
        <translation>Es wurde keine Datenbank angelegt.</translation>
    </message>
    <message>
        <source>%1 is a link to %2, which does not exist.</source>
        <translation>%1 ist eine Verknüpfung mit %2, das es nicht gibt.</translation>
    </message>
    <message>
        <source>Make a new database there? An empty one is for your own products, which you import; one with example products is for trying.</source>
        <translation>Dort eine neue Datenbank anlegen? Eine leere ist für Ihre eigenen Produkte, die Sie importieren; eine mit Beispielprodukten ist zum Ausprobieren.</translation>
    </message>
    <message>
        <source>Make an &amp;empty one</source>
        <translation>&amp;Leere anlegen</translation>
    </message>
    <message>
        <source>Make one with e&amp;xamples</source>
        <translation>Mit &amp;Beispielen anlegen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OrderActions</name>
    <message>
        <source>&amp;Evaluate</source>
        <translation>A&amp;uswerten</translation>
    </message>
    <message>
        <source>Evaluate &amp;all</source>
        <translation>Alle auswer&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Create PO</source>
        <translation>Bestellung an&amp;legen</translation>
    </message>
    <message>
        <source>&amp;Send PO</source>
        <translation>Bestellun&amp;g senden</translation>
    </message>
    <message>
        <source>no product is selected</source>
        <translation>kein Produkt ist ausgewählt</translation>
    </message>
    <message>
        <source>the database is open read-only: %1</source>
        <translation>die Datenbank ist schreibgeschützt geöffnet: %1</translation>
    </message>
    <message>
        <source>the order is being created</source>
        <translation>die Bestellung wird gerade angelegt</translation>
    </message>
    <message>
        <source>the data may be out of date: %1</source>
        <translation>die Daten sind möglicherweise veraltet: %1</translation>
    </message>
    <message>
        <source>the product is blocked: %1</source>
        <translation>das Produkt ist gesperrt: %1</translation>
    </message>
    <message>
        <source>the rules decided that no order is needed (%1)</source>
        <translation>nach den Regeln ist keine Bestellung nötig (%1)</translation>
    </message>
    <message>
        <source>the product is being read again</source>
        <translation>das Produkt wird gerade neu gelesen</translation>
    </message>
    <message>
        <source>no channel to suppliers is configured</source>
        <translation>kein Versandweg zu Lieferanten ist eingerichtet</translation>
    </message>
    <message>
        <source>%1 waits for approval</source>
        <translation>%1 wartet auf Freigabe</translation>
    </message>
    <message>
        <source>%1 is being sent</source>
        <translation>%1 wird gerade gesendet</translation>
    </message>
    <message>
        <source>%1 was already sent</source>
        <translation>%1 wurde bereits gesendet</translation>
    </message>
    <message>
        <source>there is no approved order of this product</source>
        <translation>zu diesem Produkt gibt es keine freigegebene Bestellung</translation>
    </message>
    <message>
        <source>the supplier of %1 is not active</source>
        <translation>der Lieferant von %1 ist nicht aktiv</translation>
    </message>
    <message>
        <source>Read %1 again from its sources and decide it</source>
        <translation>%1 neu aus den Quellen lesen und entscheiden</translation>
    </message>
    <message>
        <source>Read and decide all products again</source>
        <translation>Alle Produkte neu lesen und entscheiden</translation>
    </message>
    <message>
        <source>the products are being read</source>
        <translation>die Produkte werden gerade gelesen</translation>
    </message>
    <message>
        <source>Create the order as the rules decided; it waits for approval</source>
        <translation>Die Bestellung wie von den Regeln entschieden anlegen; sie wartet dann auf Freigabe</translation>
    </message>
    <message>
        <source>Send %1 to %2</source>
        <translation>%1 an %2 senden</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>%1 has no e-mail address.</source>
        <translation>%1 hat keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>The message will be written without a recipient, addressed to a group named after the supplier. You then have to pass it on yourself.</source>
        <translation>Die Nachricht wird ohne Empfänger geschrieben, adressiert an eine Gruppe mit dem Namen des Lieferanten. Sie müssen sie dann selbst weiterleiten.</translation>
    </message>
    <message>
        <source>Send without address</source>
        <translation>Ohne Adresse senden</translation>
    </message>
    <message>
        <source>Creating an order for %1</source>
        <translation>Anlegen einer Bestellung für %1</translation>
    </message>
    <message>
        <source>%1 is being sent to %2</source>
        <translation>%1 wird an %2 gesendet</translation>
    </message>
    <message>
        <source>Sending the order of %1</source>
        <translation>Senden der Bestellung für %1</translation>
    </message>
    <message>
        <source>switch to Planning to see what would be ordered</source>
        <translation>wechseln Sie zur Planung, um zu sehen, was bestellt würde</translation>
    </message>
    <message>
        <source>switch to Planning to see what would be sent</source>
        <translation>wechseln Sie zur Planung, um zu sehen, was gesendet würde</translation>
    </message>
    <message>
        <source>nobody knows whether the supplier is still active: %1</source>
        <translation>niemand weiß, ob der Lieferant noch aktiv ist: %1</translation>
    </message>
    <message>
        <source>Create a&amp;nd send…</source>
        <translation>Anlegen u&amp;nd senden…</translation>
    </message>
    <message>
        <source>Create PO also sen&amp;ds</source>
        <translation>Anlegen sen&amp;det auch</translation>
    </message>
    <message>
        <source>Whether Create PO shows the message and sends it as well</source>
        <translation>Ob „Bestellung anlegen“ die Nachricht zeigt und sie auch sendet</translation>
    </message>
    <message>
        <source>the rules do not send this order by themselves; create it, and it waits for approval</source>
        <translation>die Regeln senden diese Bestellung nicht von selbst; legen Sie sie an, dann wartet sie auf Freigabe</translation>
    </message>
    <message>
        <source>the filters hide %1; clear them (Edit ▸ Clear filters) to order it</source>
        <translation>die Filter verbergen %1; löschen Sie sie (Bearbeiten ▸ Filter zurücksetzen), um es zu bestellen</translation>
    </message>
    <message>
        <source>the filters hide %1; clear them (Edit ▸ Clear filters) to send its order</source>
        <translation>die Filter verbergen %1; löschen Sie sie (Bearbeiten ▸ Filter zurücksetzen), um die Bestellung zu senden</translation>
    </message>
    <message>
        <source>Look at the message, then create the order and send it to the supplier</source>
        <translation>Die Nachricht ansehen, dann die Bestellung anlegen und an den Lieferanten senden</translation>
    </message>
    <message>
        <source>Create the order as the rules decided; Send PO sends it</source>
        <translation>Die Bestellung anlegen, wie die Regeln entschieden haben; „Bestellung senden“ sendet sie</translation>
    </message>
    <message>
        <source>(number follows)</source>
        <translation>(Nummer folgt)</translation>
    </message>
    <message>
        <source>%1. Send it with Send PO (%2).</source>
        <translation>%1. Senden Sie sie mit „Bestellung senden“ (%2).</translation>
    </message>
    <message>
        <source>the order of %1</source>
        <translation>die Bestellung von %1</translation>
    </message>
    <message>
        <source>sending %1</source>
        <translation>das Senden von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n products are selected: order them together below the list, or select one</source>
        <translation>
            <numerusform>%n Produkt ist ausgewählt: Bestellen Sie gemeinsam unter der Liste, oder wählen Sie eines aus</numerusform>
            <numerusform>%n Produkte sind ausgewählt: Bestellen Sie sie gemeinsam unter der Liste, oder wählen Sie eines aus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OrderDetail</name>
    <message>
        <source>No approval was needed.</source>
        <translation>Eine Freigabe war nicht nötig.</translation>
    </message>
    <message>
        <source>Rule %1 in %2 asks for approval: the total before tax is %3.</source>
        <translation>Regel %1 in %2 verlangt eine Freigabe: Die Summe vor Steuer beträgt %3.</translation>
    </message>
    <message>
        <source>The rules ask for approval: the total before tax is %1.</source>
        <translation>Die Regeln verlangen eine Freigabe: Die Summe vor Steuer beträgt %1.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>How it was decided</source>
        <translation>Wie entschieden wurde</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>History of the order</source>
        <translation>Verlauf der Bestellung</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>made by another client</source>
        <translation>von einem anderen Programm angelegt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>The rules approve it, but the total before tax, %1, is above the approval ceiling of %2.</source>
        <translation>Die Regeln geben sie frei, aber die Summe vor Steuer, %1, liegt über der Freigabegrenze von %2.</translation>
    </message>
    <message>
        <source>%1 It is also above the approval ceiling of %2.</source>
        <translation>%1 Sie liegt auch über der Freigabegrenze von %2.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The order in full</source>
        <translation>Die ganze Bestellung</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OrderDocument</name>
    <message>
        <source>Purchase order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Datum: %1</translation>
    </message>
    <message>
        <source>Expected by: %1</source>
        <translation>Erwartet bis: %1</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>Lieferung an</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>The PDF of %1 could not be made.</source>
        <translation>Das PDF von %1 konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>Not approved: no order yet</source>
        <translation>Nicht freigegeben: noch keine Bestellung</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OrderExport</name>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>bestellungen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OrderTableModel</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 Tg.</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Over limit by</source>
        <translation>Über Grenze um</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, overdue</source>
        <translation>%1, überfällig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>rules version %1</source>
        <translation>Regelversion %1</translation>
    </message>
    <message>
        <source>other client</source>
        <translation>anderes Programm</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n Bestellung</numerusform>
            <numerusform>%n Bestellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 orders</source>
        <translation>%1 von %2 Bestellungen</translation>
    </message>
    <message>
        <source>%1, smallest first</source>
        <translation>%1, kleinste zuerst</translation>
    </message>
    <message>
        <source>%1, largest first</source>
        <translation>%1, größte zuerst</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Sortiert nach %1</translation>
    </message>
    <message>
        <source>, then </source>
        <comment>between sort keys</comment>
        <translation>, dann </translation>
    </message>
    <message>
        <source>Age in days</source>
        <translation>Alter in Tagen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OrdersPage</name>
    <message>
        <source>Filter orders</source>
        <translation>Bestellungen filtern</translation>
    </message>
    <message>
        <source>Which orders</source>
        <translation>Welche Bestellungen</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>Alle Bestellungen</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Warten auf Freigabe</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>Offene Bestellungen</translation>
    </message>
    <message>
        <source>Finished orders</source>
        <translation>Abgeschlossene Bestellungen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Receive…</source>
        <translation>Wareneingang…</translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation>Stornieren…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>PDF speichern…</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>Nachbestellen</translation>
    </message>
    <message>
        <source>The orders could not be read</source>
        <translation>Die Bestellungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>There are no orders yet</source>
        <translation>Es gibt noch keine Bestellungen</translation>
    </message>
    <message>
        <source>Orders that you create in Planning appear here.</source>
        <translation>Bestellungen, die Sie in der Planung anlegen, erscheinen hier.</translation>
    </message>
    <message>
        <source>No order matches the filters</source>
        <translation>Keine Bestellung passt zu den Filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Select an order to see it in full.</source>
        <translation>Wählen Sie eine Bestellung, um sie vollständig zu sehen.</translation>
    </message>
    <message>
        <source>no order is selected</source>
        <translation>keine Bestellung ist ausgewählt</translation>
    </message>
    <message>
        <source>the database is open read-only</source>
        <translation>die Datenbank ist schreibgeschützt geöffnet</translation>
    </message>
    <message>
        <source>Send this order to its supplier</source>
        <translation>Diese Bestellung an ihren Lieferanten senden</translation>
    </message>
    <message>
        <source>it is already being sent</source>
        <translation>sie wird bereits gesendet</translation>
    </message>
    <message>
        <source>only an approved order can be sent; this one is: %1</source>
        <translation>nur eine freigegebene Bestellung kann gesendet werden; Status dieser Bestellung: %1</translation>
    </message>
    <message>
        <source>Book what arrived, all or a part</source>
        <translation>Den Wareneingang buchen, ganz oder in Teilen</translation>
    </message>
    <message>
        <source>only a sent order can be received; this one is: %1</source>
        <translation>Wareneingang ist nur bei einer gesendeten Bestellung möglich; Status dieser Bestellung: %1</translation>
    </message>
    <message>
        <source>Cancel this order with a reason</source>
        <translation>Diese Bestellung mit Begründung stornieren</translation>
    </message>
    <message>
        <source>an order can be cancelled only before it is sent; this one is: %1</source>
        <translation>eine Bestellung kann nur vor dem Senden storniert werden; Status dieser Bestellung: %1</translation>
    </message>
    <message>
        <source>Decide the product again and order it anew</source>
        <translation>Das Produkt neu entscheiden und noch einmal bestellen</translation>
    </message>
    <message>
        <source>Save the order as the supplier gets it</source>
        <translation>Die Bestellung so speichern, wie der Lieferant sie erhält</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>Senden von %1</translation>
    </message>
    <message>
        <source>%1 is being sent</source>
        <translation>%1 wird gesendet</translation>
    </message>
    <message>
        <source>Receive %1</source>
        <translation>Wareneingang zu %1</translation>
    </message>
    <message>
        <source>How many %1 arrived? %2 are still to come.</source>
        <translation>Wie viele %1 sind eingegangen? %2 stehen noch aus.</translation>
    </message>
    <message>
        <source>Receiving %1</source>
        <translation>Wareneingang zu %1</translation>
    </message>
    <message>
        <source>%1: received</source>
        <translation>%1: Wareneingang gebucht</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 stornieren</translation>
    </message>
    <message>
        <source>Why is the order cancelled?</source>
        <translation>Warum wird die Bestellung storniert?</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Bestellung stornieren</translation>
    </message>
    <message>
        <source>Cancelling %1</source>
        <translation>Stornieren von %1</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 wurde storniert</translation>
    </message>
    <message>
        <source>Save order as PDF</source>
        <translation>Bestellung als PDF speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Saving %1 as PDF</source>
        <translation>Speichern von %1 als PDF</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 was saved as %2</source>
        <translation>%1 wurde als %2 gespeichert</translation>
    </message>
    <message>
        <source>switch to Orders to see which order it is</source>
        <translation>wechseln Sie zu Bestellungen, um zu sehen, welche es ist</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>Zu senden</translation>
    </message>
    <message>
        <source>Show only approved orders that wait to be sent by a person</source>
        <translation>Nur freigegebene Bestellungen zeigen, die darauf warten, dass jemand sie sendet</translation>
    </message>
    <message>
        <source>Close short…</source>
        <translation>Restmenge schließen…</translation>
    </message>
    <message>
        <source>To send  %1</source>
        <translation>Zu senden  %1</translation>
    </message>
    <message numerus="yes">
        <source>To send, %n order(s)</source>
        <translation>
            <numerusform>Zu senden, %n Bestellung</numerusform>
            <numerusform>Zu senden, %n Bestellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n orders</source>
        <translation>
            <numerusform>%n Bestellung senden</numerusform>
            <numerusform>%n Bestellungen senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the selected orders that are approved to their suppliers</source>
        <translation>Die ausgewählten freigegebenen Bestellungen an ihre Lieferanten senden</translation>
    </message>
    <message>
        <source>none of the selected orders is approved and waits to be sent</source>
        <translation>keine der ausgewählten Bestellungen ist freigegeben und wartet auf das Senden</translation>
    </message>
    <message>
        <source>End this order, because what is missing will not come</source>
        <translation>Diese Bestellung beenden, weil nicht kommt, was fehlt</translation>
    </message>
    <message>
        <source>only a sent order can be closed; this one is: %1</source>
        <translation>nur eine gesendete Bestellung kann geschlossen werden; diese ist: %1</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n order(s)</source>
        <translation>
            <numerusform>Senden von %n Bestellung</numerusform>
            <numerusform>Senden von %n Bestellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are being sent</source>
        <translation>
            <numerusform>%n Bestellung wird gesendet</numerusform>
            <numerusform>%n Bestellungen werden gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Close %1 short</source>
        <translation>%1 mit Restmenge schließen</translation>
    </message>
    <message>
        <source>%1 of %2 were received. Why will the rest not come?</source>
        <translation>%1 von %2 sind eingegangen. Warum kommt der Rest nicht?</translation>
    </message>
    <message>
        <source>Close short</source>
        <translation>Restmenge schließen</translation>
    </message>
    <message>
        <source>Closing %1 short</source>
        <translation>Schließen von %1 mit Restmenge</translation>
    </message>
    <message>
        <source>%1 was closed short</source>
        <translation>%1 wurde mit Restmenge geschlossen</translation>
    </message>
    <message>
        <source>No order waits for approval</source>
        <translation>Keine Bestellung wartet auf Freigabe</translation>
    </message>
    <message>
        <source>No order is to be sent</source>
        <translation>Keine Bestellung ist zu senden</translation>
    </message>
    <message>
        <source>No order is open</source>
        <translation>Keine Bestellung ist offen</translation>
    </message>
    <message>
        <source>No order is finished</source>
        <translation>Keine Bestellung ist abgeschlossen</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation>Alle Bestellungen zeigen</translation>
    </message>
    <message>
        <source>Order, product, supplier</source>
        <translation>Bestellung, Produkt, Lieferant</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OutboxPanel</name>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet seit</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>Letztes Problem</translation>
    </message>
    <message>
        <source>Nothing waits. Every order that was to be sent is with its supplier.</source>
        <translation>Nichts wartet. Jede Bestellung, die gesendet werden sollte, ist bei ihrem Lieferanten.</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation>Jetzt &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Open order</source>
        <translation>Bestellung &amp;öffnen</translation>
    </message>
    <message>
        <source>Messages that wait to be sent</source>
        <translation>Nachrichten, die auf das Senden warten</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>put aside: send it again when the cause is gone</source>
        <translation>zurückgestellt: erneut senden, wenn die Ursache behoben ist</translation>
    </message>
    <message>
        <source>is due</source>
        <translation>ist fällig</translation>
    </message>
    <message>
        <source>waits for the rest of its batch, until %1 at most</source>
        <translation>wartet auf den Rest seines Stapels, höchstens bis %1</translation>
    </message>
    <message>
        <source>is tried again at %1</source>
        <translation>wird um %1 erneut versucht</translation>
    </message>
    <message>
        <source>The outbox cannot be read: %1</source>
        <translation>Der Postausgang kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>Senden von %1</translation>
    </message>
    <message>
        <source>no message is selected</source>
        <translation>keine Nachricht ist ausgewählt</translation>
    </message>
    <message>
        <source>the database is open read-only</source>
        <translation>die Datenbank ist schreibgeschützt geöffnet</translation>
    </message>
    <message>
        <source>it is being sent</source>
        <translation>sie wird gerade gesendet</translation>
    </message>
    <message>
        <source>Send this message without waiting any longer</source>
        <translation>Diese Nachricht senden, ohne länger zu warten</translation>
    </message>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>Show the order in Orders</source>
        <translation>Die Bestellung unter Bestellungen zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) wait</source>
        <translation>
            <numerusform>%Ln Nachricht wartet</numerusform>
            <numerusform>%Ln Nachrichten warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OverrideActions</name>
    <message>
        <source>Override &amp;quantity</source>
        <translation>&amp;Menge vorgeben</translation>
    </message>
    <message>
        <source>Change s&amp;upplier</source>
        <translation>Lie&amp;ferant wechseln</translation>
    </message>
    <message>
        <source>&amp;Revert override</source>
        <translation>Vorgabe &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>no product is selected</source>
        <translation>kein Produkt ist ausgewählt</translation>
    </message>
    <message>
        <source>the database is open read-only: %1</source>
        <translation>die Datenbank ist schreibgeschützt geöffnet: %1</translation>
    </message>
    <message>
        <source>this connection keeps no overrides</source>
        <translation>diese Verbindung kennt keine Vorgaben</translation>
    </message>
    <message>
        <source>a change is being stored</source>
        <translation>eine Änderung wird gespeichert</translation>
    </message>
    <message>
        <source>nothing of this product is overridden</source>
        <translation>für dieses Produkt ist nichts vorgegeben</translation>
    </message>
    <message>
        <source>Order another quantity than the rules calculate, with a reason</source>
        <translation>Eine andere Menge bestellen, als die Regeln berechnen, mit Begründung</translation>
    </message>
    <message>
        <source>Compare the suppliers and choose another one, with a reason</source>
        <translation>Die Lieferanten vergleichen und einen anderen wählen, mit Begründung</translation>
    </message>
    <message>
        <source>Order what the rules calculate, from the first supplier</source>
        <translation>Bestellen, was die Regeln berechnen, beim ersten Lieferanten</translation>
    </message>
    <message>
        <source>Change supplier</source>
        <translation>Lieferant wechseln</translation>
    </message>
    <message>
        <source>Why is %1 ordered from its first supplier again?</source>
        <translation>Warum wird %1 wieder beim ersten Lieferanten bestellt?</translation>
    </message>
    <message>
        <source>Why is %1 ordered from %2?</source>
        <translation>Warum wird %1 bei %2 bestellt?</translation>
    </message>
    <message>
        <source>%1 is overridden: %2</source>
        <translation>Für %1 ist vorgegeben: %2</translation>
    </message>
    <message>
        <source>Overriding %1</source>
        <translation>Vorgabe für %1</translation>
    </message>
    <message>
        <source>The override of %1 is reverted. It was: %2</source>
        <translation>Die Vorgabe für %1 ist zurückgenommen. Sie war: %2</translation>
    </message>
    <message>
        <source>Reverting the override of %1</source>
        <translation>Zurücknehmen der Vorgabe für %1</translation>
    </message>
    <message>
        <source>override of %1</source>
        <translation>Übersteuerung von %1</translation>
    </message>
    <message>
        <source>supplier choice for %1</source>
        <translation>Lieferantenwahl für %1</translation>
    </message>
    <message>
        <source>revert to the rules of %1</source>
        <translation>Rückkehr zu den Regeln bei %1</translation>
    </message>
    <message>
        <source>Confirm o&amp;verride</source>
        <translation>Vorgabe be&amp;stätigen</translation>
    </message>
    <message>
        <source>nothing has changed since the override</source>
        <translation>seit der Vorgabe hat sich nichts geändert</translation>
    </message>
    <message>
        <source>supplier %1 no longer offers this product; choose another one, or revert</source>
        <translation>Lieferant %1 bietet dieses Produkt nicht mehr an; wählen Sie einen anderen, oder nehmen Sie die Vorgabe zurück</translation>
    </message>
    <message>
        <source>Let the override hold for what has changed since</source>
        <translation>Die Vorgabe gilt auch für das, was sich seither geändert hat</translation>
    </message>
    <message>
        <source>confirmation of the override of %1</source>
        <translation>Bestätigung der Vorgabe von %1</translation>
    </message>
    <message>
        <source>the override of %1</source>
        <translation>die Vorgabe von %1</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OverrideBox</name>
    <message>
        <source>Override</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>&amp;Override</source>
        <translation>&amp;Vorgeben</translation>
    </message>
    <message>
        <source>Quantity to order instead</source>
        <translation>Menge, die stattdessen bestellt wird</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Reason for the override</source>
        <translation>Begründung der Vorgabe</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>Begründung (nötig)</translation>
    </message>
    <message>
        <source>type the quantity to order</source>
        <translation>die Bestellmenge eingeben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number of units above 0</source>
        <translation>„%1“ ist keine ganze Zahl über 0</translation>
    </message>
    <message>
        <source>no more than %1 units can be ordered</source>
        <translation>es können höchstens %1 Einheiten bestellt werden</translation>
    </message>
    <message>
        <source>a reason is needed</source>
        <translation>eine Begründung ist nötig</translation>
    </message>
    <message>
        <source>Overridden: %1</source>
        <translation>Vorgegeben: %1</translation>
    </message>
    <message>
        <source>%1 is %2. It is allowed.</source>
        <translation>%1 ist %2. Das ist erlaubt.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Override unavailable: %1</source>
        <translation>Vorgeben nicht möglich: %1</translation>
    </message>
    <message>
        <source>&amp;Override again</source>
        <translation>Noch einmal &amp;vorgeben</translation>
    </message>
    <message>
        <source>Order this quantity instead of the calculated one</source>
        <translation>Diese Menge statt der berechneten bestellen</translation>
    </message>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht möglich: %1</translation>
    </message>
    <message>
        <source>%1 changed this override after you began to type. You choose when you override.</source>
        <translation>%1 hat diese Übersteuerung geändert, nachdem Sie zu tippen begonnen haben. Sie wählen beim Übersteuern.</translation>
    </message>
    <message>
        <source>This override was removed or used after you began to type. You choose when you override.</source>
        <translation>Diese Übersteuerung wurde entfernt oder verbraucht, nachdem Sie zu tippen begonnen haben. Sie wählen beim Übersteuern.</translation>
    </message>
    <message>
        <source>Stale: %1. Nothing is ordered until you confirm or revert it.</source>
        <translation>Veraltet: %1. Bestellt wird erst, wenn Sie sie bestätigen oder zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OverrideConflict</name>
    <message>
        <source>as the rules calculate</source>
        <translation>wie die Regeln rechnen</translation>
    </message>
    <message>
        <source>the first one</source>
        <translation>der erste</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Stored now</source>
        <translation>Jetzt gespeichert</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Somebody else changed this override</source>
        <translation>Jemand anders hat diese Übersteuerung geändert</translation>
    </message>
    <message>
        <source>%1 overrode %2 at %3, after you began. Nothing of yours is stored yet.</source>
        <translation>%1 hat %2 um %3 übersteuert, nachdem Sie begonnen haben. Von Ihnen ist noch nichts gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Keep what is stored</source>
        <translation>&amp;Gespeichertes behalten</translation>
    </message>
    <message>
        <source>&amp;Leave it without an override</source>
        <translation>&amp;Ohne Übersteuerung lassen</translation>
    </message>
    <message>
        <source>&amp;Store mine</source>
        <translation>&amp;Meine speichern</translation>
    </message>
    <message>
        <source>&amp;Edit mine</source>
        <translation>Meine &amp;bearbeiten</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OverrideHistory</name>
    <message>
        <source>the database is open read-only: %1</source>
        <translation>die Datenbank ist schreibgeschützt geöffnet: %1</translation>
    </message>
    <message>
        <source>a change is being stored</source>
        <translation>eine Änderung wird gespeichert</translation>
    </message>
    <message>
        <source>no override was changed since the start</source>
        <translation>seit dem Start wurde keine Übersteuerung geändert</translation>
    </message>
    <message>
        <source>nothing was undone</source>
        <translation>es wurde nichts rückgängig gemacht</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>Undoing the %1</source>
        <translation>Rückgängigmachen: %1</translation>
    </message>
    <message>
        <source>Doing the %1 again</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>undoing a change of %1</source>
        <translation>das Rückgängigmachen einer Änderung an %1</translation>
    </message>
    <message>
        <source>doing a change of %1 again</source>
        <translation>das Wiederholen einer Änderung an %1</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::OwnPreferences</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>&amp;Ask at the start what to open</source>
        <translation>Beim Start &amp;fragen, was geöffnet wird</translation>
    </message>
    <message>
        <source>Otherwise the program opens the database that was open last</source>
        <translation>Sonst öffnet das Programm die zuletzt geöffnete Datenbank</translation>
    </message>
    <message>
        <source>Panels and toolbars</source>
        <translation>Bereiche und Leisten</translation>
    </message>
    <message>
        <source>Put everything in the window back to its usual place, at once</source>
        <translation>Alles im Fenster sofort an seinen üblichen Platz zurücksetzen</translation>
    </message>
    <message>
        <source>Kept in the &amp;file</source>
        <translation>Gespeichert in &amp;Datei</translation>
    </message>
    <message>
        <source>Your own settings, without any password: copy this file to take them to another machine</source>
        <translation>Ihre eigenen Einstellungen, ohne Passwörter: Kopieren Sie diese Datei, um sie auf einen anderen Rechner mitzunehmen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Texts, dates and numbers</source>
        <translation>&amp;Texte, Daten und Zahlen</translation>
    </message>
    <message>
        <source>The language of the program and of its manual. Rules and ids stay as they are</source>
        <translation>Die Sprache des Programms und seines Handbuchs. Regeln und Nummern bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Light or dark theme of all windows</source>
        <translation>Helle oder dunkle Darstellung aller Fenster</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planung</translation>
    </message>
    <message>
        <source>Data is &amp;old after minutes</source>
        <translation>Daten sind &amp;alt nach Minuten</translation>
    </message>
    <message>
        <source>An order is then read and decided again first. Kept in the database, for everybody</source>
        <translation>Vor einer Bestellung wird dann neu gelesen und entschieden. Liegt in der Datenbank und gilt für alle</translation>
    </message>
    <message>
        <source>Data is old after 1 to %1 minutes.</source>
        <translation>Daten sind nach 1 bis %1 Minuten alt.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::PanelLayout</name>
    <message>
        <source>Clear the text</source>
        <translation>Text löschen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::PeopleDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>May work</source>
        <translation>Darf arbeiten</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Single operator: one person orders and approves</source>
        <translation>&amp;Ein-Personen-Betrieb: Eine Person bestellt und gibt frei</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Name of the person to add</source>
        <translation>Name der Person, die hinzukommt</translation>
    </message>
    <message>
        <source>With single operator switched off, you choose in the status bar whom you work as, nobody approves an order that they created, and publishing rules needs a second person.</source>
        <translation>Ohne Ein-Personen-Betrieb wählen Sie in der Statusleiste, als wer Sie arbeiten, niemand gibt eine selbst angelegte Bestellung frei, und das Veröffentlichen von Regeln braucht eine zweite Person.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::PlanningPage</name>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Loading was cancelled</source>
        <translation>Das Laden wurde abgebrochen</translation>
    </message>
    <message>
        <source>The products could not be loaded</source>
        <translation>Die Produkte konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Filter products</source>
        <translation>Produkte filtern</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>Alle Produkte zeigen</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>A filter chip: word and number of products</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Show only products that are: %1</source>
        <translation>Nur diese Produkte zeigen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n product(s)</source>
        <translation>
            <numerusform>%1, %n Produkt</numerusform>
            <numerusform>%1, %n Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>All  %1</source>
        <translation>Alle  %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 products</source>
        <translation>%1 von %2 Produkten</translation>
    </message>
    <message>
        <source>Loading products…</source>
        <translation>Produkte werden geladen…</translation>
    </message>
    <message>
        <source>There are no products yet</source>
        <translation>Es gibt noch keine Produkte</translation>
    </message>
    <message>
        <source>No product matches the filters</source>
        <translation>Kein Produkt passt zu den Filtern</translation>
    </message>
    <message>
        <source>Nothing fits the chips and the text above.</source>
        <translation>Zu den Schaltflächen und dem Text oben passt nichts.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Show only products whose quantity or supplier a planner has overridden</source>
        <translation>Nur Produkte zeigen, deren Menge oder Lieferant vorgegeben ist</translation>
    </message>
    <message>
        <source>Overridden  %1</source>
        <translation>Vorgegeben  %1</translation>
    </message>
    <message numerus="yes">
        <source>Overridden, %n product(s)</source>
        <translation>
            <numerusform>Vorgegeben, %n Produkt</numerusform>
            <numerusform>Vorgegeben, %n Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <source>Filter by other values</source>
        <translation>Nach anderen Werten filtern</translation>
    </message>
    <message>
        <source>Filter by later days</source>
        <translation>Nach späteren Tagen filtern</translation>
    </message>
    <message>
        <source>Filter by greater values</source>
        <translation>Nach größeren Werten filtern</translation>
    </message>
    <message>
        <source>Filter by earlier days</source>
        <translation>Nach früheren Tagen filtern</translation>
    </message>
    <message>
        <source>Filter by smaller values</source>
        <translation>Nach kleineren Werten filtern</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>%1 rows are more than the clipboard takes. File ▸ Export writes them into a file.</source>
        <translation>%1 Zeilen sind zu viele für die Zwischenablage. Datei ▸ Exportieren schreibt sie in eine Datei.</translation>
    </message>
    <message numerus="yes">
        <source>Copying %n row(s)…</source>
        <translation>
            <numerusform>%n Zeile wird kopiert…</numerusform>
            <numerusform>%n Zeilen werden kopiert…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were copied</source>
        <translation>
            <numerusform>%n Zeile wurde kopiert</numerusform>
            <numerusform>%n Zeilen wurden kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Choose a saved view or save this one; * marks unsaved changes</source>
        <translation>Eine gespeicherte Ansicht wählen oder diese speichern; * steht für ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>View: %1</source>
        <extracomment>The button with the name of the view that is shown</extracomment>
        <translation>Ansicht: %1</translation>
    </message>
    <message>
        <source>Abandon and reconnect</source>
        <translation>Aufgeben und neu verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Selected %1</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Selected %1: %2 before tax</source>
        <translation>%1 ausgewählt: %2 vor Steuer</translation>
    </message>
    <message>
        <source>Nothing fits the filters of the columns and what else is chosen.</source>
        <translation>Nichts passt zu den Filtern der Spalten und der übrigen Auswahl.</translation>
    </message>
    <message>
        <source>Import your products, stock, suppliers and units: a CSV file, a workbook or a folder.</source>
        <translation>Importieren Sie Ihre Produkte, Bestände, Lieferanten und Einheiten: eine CSV-Datei, eine Arbeitsmappe oder einen Ordner.</translation>
    </message>
    <message>
        <source>Products appear here as soon as there are some.</source>
        <translation>Produkte erscheinen hier, sobald es welche gibt.</translation>
    </message>
    <message>
        <source>Import tables…</source>
        <translation>Tabellen importieren…</translation>
    </message>
    <message>
        <source>Product, name, category, supplier</source>
        <translation>Produkt, Name, Lieferant …</translation>
    </message>
    <message>
        <source>Shows the products whose id, name, category or supplier has these words</source>
        <translation>Zeigt die Produkte, in deren Nummer, Name, Kategorie oder Lieferant diese Wörter stehen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search all settings: currency, dark, key, approval…</source>
        <translation>Alle Einstellungen durchsuchen: Währung, dunkel, Taste, Freigabe…</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>Alle Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>No setting has these words. Try a single one.</source>
        <translation>Keine Einstellung enthält diese Wörter. Versuchen Sie es mit einem einzelnen.</translation>
    </message>
    <message>
        <source>&amp;Save all the same</source>
        <translation>Trotzdem &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ProblemList</name>
    <message>
        <source>Problems in the rules</source>
        <translation>Probleme in den Regeln</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ProductColumns</name>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>The product&apos;s id</source>
        <translation>Die Nummer des Produkts</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The product&apos;s name, where the source has one</source>
        <translation>Der Name des Produkts, sofern die Quelle einen hat</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>What the product is in one word</source>
        <translation>Der Status des Produkts in einem Wort</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Bestellen bis</translation>
    </message>
    <message>
        <source>Last day to order: stock-out date less the supplier&apos;s lead time</source>
        <translation>Letzter Bestelltag: Bestandsende abzüglich der Wiederbeschaffungszeit des Lieferanten</translation>
    </message>
    <message>
        <source>Stock-out</source>
        <translation>Bestandsende</translation>
    </message>
    <message>
        <source>Day on which stock reaches zero at the average daily use, open orders included</source>
        <translation>Tag, an dem der Bestand bei durchschnittlichem Tagesbedarf aufgebraucht ist, offene Bestellungen eingerechnet</translation>
    </message>
    <message>
        <source>Order qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>What the rules decided to order</source>
        <translation>Die von den Regeln entschiedene Bestellmenge</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>The unit that quantities are counted in</source>
        <translation>Die Einheit, in der Mengen gezählt werden</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Who would deliver</source>
        <translation>Wer liefern würde</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>The supplier&apos;s price for one unit</source>
        <translation>Der Preis des Lieferanten für eine Einheit</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>Order quantity × unit price, before discount and tax. Approval looks at this amount.</source>
        <translation>Bestellmenge × Einzelpreis, vor Rabatt und Steuer. Dieser Betrag zählt für die Freigabe.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Total less discount plus tax</source>
        <translation>Summe abzüglich Rabatt zuzüglich Steuer</translation>
    </message>
    <message>
        <source>Shortage</source>
        <translation>Fehlmenge</translation>
    </message>
    <message>
        <source>Required less available, less what is on order; negative is a surplus</source>
        <translation>Bedarf abzüglich verfügbarer Menge und Zulauf; negativ ist ein Überschuss</translation>
    </message>
    <message>
        <source>Daily use</source>
        <translation>Bedarf/Tag</translation>
    </message>
    <message>
        <source>Average demand per day</source>
        <translation>Durchschnittlicher Bedarf pro Tag</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Trend of demand</source>
        <translation>Trend des Bedarfs</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Auf Lager</translation>
    </message>
    <message>
        <source>Current stock over all warehouses</source>
        <translation>Aktueller Bestand über alle Lager</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Stock that is reserved</source>
        <translation>Reservierter Bestand</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>On hand less reserved</source>
        <translation>Auf Lager abzüglich reserviert</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>Im Zulauf</translation>
    </message>
    <message>
        <source>Open orders, ours and those inventory reports</source>
        <translation>Offene Bestellungen, eigene und vom Bestandssystem gemeldete</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Daily use × lead time</source>
        <translation>Tagesbedarf × Wiederbeschaffungszeit</translation>
    </message>
    <message>
        <source>MOQ</source>
        <translation>Mindestm.</translation>
    </message>
    <message>
        <source>Minimum order quantity</source>
        <translation>Mindestbestellmenge</translation>
    </message>
    <message>
        <source>Multiple</source>
        <translation>Vielfaches</translation>
    </message>
    <message>
        <source>Orders must be a multiple of this</source>
        <translation>Bestellungen müssen ein Vielfaches davon sein</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>WBZ</translation>
    </message>
    <message>
        <source>Days from order to arrival</source>
        <translation>Wiederbeschaffungszeit: Tage von der Bestellung bis zum Eintreffen</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Days that the available stock lasts</source>
        <translation>Tage, die der verfügbare Bestand reicht</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>The product&apos;s category</source>
        <translation>Die Kategorie des Produkts</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Where stock is kept</source>
        <translation>Wo der Bestand liegt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Why, in short</source>
        <translation>Warum, in Kürze</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>When this was decided</source>
        <translation>Wann dies entschieden wurde</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>in %1 d</source>
        <translation>in %1 Tg.</translation>
    </message>
    <message>
        <source>%1 d late</source>
        <translation>%1 Tg. zu spät</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 Tg.</translation>
    </message>
    <message>
        <source>%1 per day × %2 days = %3</source>
        <translation>%1 pro Tag × %2 Tage = %3</translation>
    </message>
    <message>
        <source>%1 on hand − %2 reserved = %3</source>
        <translation>%1 auf Lager − %2 reserviert = %3</translation>
    </message>
    <message>
        <source>%1 required − %2 available; %3 on order. Rules CalculateShortage and the open orders pack.</source>
        <translation>%1 Bedarf − %2 verfügbar; %3 im Zulauf. Regel CalculateShortage und das Paket für offene Bestellungen.</translation>
    </message>
    <message>
        <source>%1 × %2 = %3, rule CalculateOrderTotal</source>
        <translation>%1 × %2 = %3, Regel CalculateOrderTotal</translation>
    </message>
    <message>
        <source>%1 − %2 discount + %3 tax = %4</source>
        <translation>%1 − %2 Rabatt + %3 Steuer = %4</translation>
    </message>
    <message>
        <source>Stock-out %1 less lead time = %2</source>
        <translation>Bestandsende %1 abzüglich Wiederbeschaffungszeit = %2</translation>
    </message>
    <message>
        <source>Overridden: %1</source>
        <translation>Vorgegeben: %1</translation>
    </message>
    <message>
        <source>%1
Stale: %2.</source>
        <translation>%1
Veraltet: %2.</translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>%1
As it was known before; %2.</source>
        <translation>%1
Wie zuvor bekannt; %2.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ProductExport</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A column of amounts and its currency: &quot;To pay (EUR)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>products</source>
        <translation>produkte</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ProductMenu</name>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation>Mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>Copy as shown</source>
        <translation>Kopieren wie angezeigt</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ProductPanel</name>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Charts as &amp;tables</source>
        <translation>Grafiken als &amp;Tabellen</translation>
    </message>
    <message>
        <source>The values of the charts as a table</source>
        <translation>Die Werte der Grafiken als Tabelle</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ProductTableModel</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2, overridden, %3</source>
        <translation>%1: %2, vorgegeben, %3</translation>
    </message>
    <message>
        <source>%1: %2, not up to date, %3</source>
        <translation>%1: %2, nicht aktuell, %3</translation>
    </message>
    <message>
        <source>%1: %2, overridden, stale, %3</source>
        <translation>%1: %2, vorgegeben, veraltet, %3</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <translation>%1: %2, %3, %4</translation>
    </message>
    <message>
        <source>looks like the product &quot;%1&quot;, but is another one</source>
        <translation>sieht aus wie das Produkt „%1“, ist aber ein anderes</translation>
    </message>
    <message>
        <source>%1, smallest first</source>
        <translation>%1, kleinste zuerst</translation>
    </message>
    <message>
        <source>%1, largest first</source>
        <translation>%1, größte zuerst</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Sortiert nach %1</translation>
    </message>
    <message>
        <source>, then </source>
        <comment>between sort keys</comment>
        <translation>, dann </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ProjectionPanel</name>
    <message>
        <source>Projected stock</source>
        <translation>Bestandsvorschau</translation>
    </message>
    <message>
        <source>Stock or demand is not known, so nothing can be projected.</source>
        <translation>Bestand oder Bedarf ist nicht bekannt, daher ist keine Vorschau möglich.</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>this order</source>
        <translation>diese Bestellung</translation>
    </message>
    <message>
        <source>With this order</source>
        <translation>Mit Bestellung</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Bestellen bis</translation>
    </message>
    <message>
        <source>Stock-out</source>
        <translation>Bestandsende</translation>
    </message>
    <message>
        <source>The order-by date %1 has passed.</source>
        <translation>Der letzte Bestelltag %1 ist vorbei.</translation>
    </message>
    <message>
        <source>Stock reaches zero on %1 at %2 %3 a day.</source>
        <translation>Der Bestand ist am %1 aufgebraucht, bei %2 %3 pro Tag.</translation>
    </message>
    <message>
        <source>Stock does not run out at the present use.</source>
        <translation>Beim jetzigen Bedarf geht der Bestand nicht aus.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and month on an axis, as QDateTime::toString takes it</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Stock: %1 %2</source>
        <translation>Bestand: %1 %2</translation>
    </message>
    <message>
        <source>With this order: %1 %2</source>
        <translation>Mit dieser Bestellung: %1 %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>What is on that day</source>
        <translation>Was an dem Tag ist</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ProposalBanner</name>
    <message>
        <source>&amp;Look…</source>
        <translation>&amp;Ansehen…</translation>
    </message>
    <message>
        <source>See what the proposed rules change</source>
        <translation>Ansehen, was die vorgeschlagenen Regeln ändern</translation>
    </message>
    <message>
        <source>You propose version %1: %2. It decides orders once another person has confirmed it here, in their own session.</source>
        <translation>Sie schlagen Version %1 vor: %2. Sie entscheidet über Bestellungen, sobald jemand anderes sie hier in der eigenen Sitzung bestätigt hat.</translation>
    </message>
    <message>
        <source>%1 proposes version %2: %3. Look at it, and confirm or decline it.</source>
        <translation>%1 schlägt Version %2 vor: %3. Sehen Sie sie an, und bestätigen Sie sie oder lehnen Sie sie ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s).</source>
        <translation>
            <numerusform>%n weiterer Vorschlag wartet.</numerusform>
            <numerusform>%n weitere Vorschläge warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirming the proposed rules</source>
        <translation>Bestätigen der vorgeschlagenen Regeln</translation>
    </message>
    <message>
        <source>Version %1 of %2 is confirmed and decides orders from now on</source>
        <translation>Version %1 von %2 ist bestätigt und entscheidet ab jetzt über Bestellungen</translation>
    </message>
    <message>
        <source>Withdrawing the proposed rules</source>
        <translation>Zurückziehen der vorgeschlagenen Regeln</translation>
    </message>
    <message>
        <source>Declining the proposed rules</source>
        <translation>Ablehnen der vorgeschlagenen Regeln</translation>
    </message>
    <message>
        <source>Your proposal of version %1 is withdrawn</source>
        <translation>Ihr Vorschlag für Version %1 ist zurückgezogen</translation>
    </message>
    <message>
        <source>The proposal of version %1 by %2 is declined</source>
        <translation>Der Vorschlag von %2 für Version %1 ist abgelehnt</translation>
    </message>
    <message>
        <source>confirming version %1</source>
        <translation>das Bestätigen von Version %1</translation>
    </message>
    <message>
        <source>ending the proposal of version %1</source>
        <translation>das Beenden des Vorschlags für Version %1</translation>
    </message>
    <message>
        <source>What you proposed as version %1 is out of date: another version was published meanwhile. Withdraw it, and propose it again.</source>
        <translation>Was Sie als Version %1 vorgeschlagen haben, ist veraltet: Inzwischen wurde eine andere Version veröffentlicht. Ziehen Sie den Vorschlag zurück, und machen Sie ihn neu.</translation>
    </message>
    <message>
        <source>What %1 proposed as version %2 is out of date: another version was published meanwhile. It can only be declined.</source>
        <translation>Was %1 als Version %2 vorgeschlagen hat, ist veraltet: Inzwischen wurde eine andere Version veröffentlicht. Der Vorschlag kann nur noch abgelehnt werden.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ProposalDialog</name>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>Proposed rules</source>
        <translation>Vorgeschlagene Regeln</translation>
    </message>
    <message>
        <source>Proposals that wait</source>
        <translation>Wartende Vorschläge</translation>
    </message>
    <message>
        <source>Version %1 by %2: %3</source>
        <translation>Version %1 von %2: %3</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Con&amp;firm: these rules decide orders</source>
        <translation>&amp;Bestätigen: diese Regeln entscheiden über Bestellungen</translation>
    </message>
    <message>
        <source>the database is open read-only: %1</source>
        <translation>die Datenbank ist schreibgeschützt geöffnet: %1</translation>
    </message>
    <message>
        <source>nobody confirms their own proposal; another person does, in their own session</source>
        <translation>niemand bestätigt den eigenen Vorschlag; das tut jemand anderes in der eigenen Sitzung</translation>
    </message>
    <message>
        <source>version %1 was published meanwhile, and these rules would undo what it changed; they have to be proposed again</source>
        <translation>inzwischen wurde Version %1 veröffentlicht, und diese Regeln würden deren Änderungen rückgängig machen; sie müssen neu vorgeschlagen werden</translation>
    </message>
    <message>
        <source>the rules in force are being read; open this once more</source>
        <translation>die geltenden Regeln werden gerade gelesen; öffnen Sie dies noch einmal</translation>
    </message>
    <message>
        <source>%1 proposed this with your login, %2; another login has to confirm it</source>
        <translation>%1 hat dies mit Ihrer Anmeldung %2 vorgeschlagen; eine andere Anmeldung muss es bestätigen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (login %2), %3</source>
        <translation>%1 (Anmeldung %2), %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>In force: version %1</source>
        <translation>In Kraft: Version %1</translation>
    </message>
    <message>
        <source>Proposed: version %1</source>
        <translation>Vorgeschlagen: Version %1</translation>
    </message>
    <message>
        <source>Publish these rules; the version names you as the second person</source>
        <translation>Diese Regeln veröffentlichen; die Version nennt Sie als zweite Person</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Zurückziehen</translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <translation>&amp;Ablehnen</translation>
    </message>
    <message>
        <source>End this proposal; your draft stays</source>
        <translation>Diesen Vorschlag beenden; Ihr Entwurf bleibt</translation>
    </message>
    <message>
        <source>End this proposal; the draft of %1 stays</source>
        <translation>Diesen Vorschlag beenden; der Entwurf von %1 bleibt</translation>
    </message>
    <message>
        <source>Confirming is unavailable: %1.</source>
        <translation>Bestätigen ist nicht möglich: %1.</translation>
    </message>
    <message>
        <source>You and %1 work with the same login, %2. The version and the audit log say so.</source>
        <translation>Sie und %1 arbeiten mit derselben Anmeldung %2. Die Version und das Prüfprotokoll halten das fest.</translation>
    </message>
    <message>
        <source>%1 (out of date)</source>
        <translation>%1 (veraltet)</translation>
    </message>
    <message>
        <source>Out of date: proposed when version %1 was in force</source>
        <translation>Veraltet: vorgeschlagen, als Version %1 galt</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::PublishDialog</name>
    <message>
        <source>%1: new</source>
        <translation>%1: neu</translation>
    </message>
    <message>
        <source>%1: switched on</source>
        <translation>%1: eingeschaltet</translation>
    </message>
    <message>
        <source>%1: switched off</source>
        <translation>%1: ausgeschaltet</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s) changed</source>
        <translation>
            <numerusform>%1: %n Zeile geändert</numerusform>
            <numerusform>%1: %n Zeilen geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish rule set version %1</source>
        <translation>Regelversion %1 veröffentlichen</translation>
    </message>
    <message>
        <source>From now on these rules decide orders:</source>
        <translation>Ab sofort entscheiden diese Regeln über Bestellungen:</translation>
    </message>
    <message>
        <source>&amp;Reason (kept with the version)</source>
        <translation>&amp;Begründung (bleibt bei der Version)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Unavailable: a reason is needed</source>
        <translation>Nicht möglich: Eine Begründung fehlt</translation>
    </message>
    <message>
        <source>Propose rule set version %1</source>
        <translation>Regelwerk Version %1 vorschlagen</translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation>%1: entfernt</translation>
    </message>
    <message>
        <source>The packs are in another order</source>
        <translation>Die Pakete stehen in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>Once another person has confirmed them in Rules, in their own session, these rules decide orders:</source>
        <translation>Sobald jemand anderes sie unter Regeln in der eigenen Sitzung bestätigt hat, entscheiden diese Regeln über Bestellungen:</translation>
    </message>
    <message>
        <source>&amp;Propose</source>
        <translation>&amp;Vorschlagen</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Veröffentlichen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ReadingBar</name>
    <message>
        <source>Reading…</source>
        <translation>Es wird gelesen…</translation>
    </message>
    <message>
        <source>Abandon and reconnect</source>
        <translation>Aufgeben und neu verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The server does not answer: give this up and connect anew for what comes next</source>
        <translation>Der Server antwortet nicht: dies aufgeben und für das Nächste neu verbinden</translation>
    </message>
    <message>
        <source>Cancel reading</source>
        <translation>Lesen abbrechen</translation>
    </message>
    <message>
        <source>Stop reading; what is on the screen stays</source>
        <translation>Das Lesen abbrechen; was zu sehen ist, bleibt</translation>
    </message>
    <message>
        <source>nothing is being read</source>
        <translation>es wird nichts gelesen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::Recovery</name>
    <message>
        <source>Rule draft of version %1</source>
        <translation>Regelentwurf auf Grundlage von Version %1</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Version %1, which decides orders</source>
        <translation>Version %1, die über Bestellungen entscheidet</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Override of %1, typed and not stored: %2, %3</source>
        <translation>Übersteuerung von %1, getippt und nicht gespeichert: %2, %3</translation>
    </message>
    <message>
        <source>no quantity</source>
        <translation>keine Menge</translation>
    </message>
    <message>
        <source>no reason</source>
        <translation>keine Begründung</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders created together</source>
        <translation>Zusammen erzeugte Bestellungen</translation>
    </message>
    <message>
        <source>%1 of %2 created, none will be created twice</source>
        <translation>%1 von %2 erzeugt, keine wird zweimal erzeugt</translation>
    </message>
    <message>
        <source>&amp;Look at the rest…</source>
        <translation>Den &amp;Rest ansehen…</translation>
    </message>
    <message>
        <source>Rule text that waits to be merged with another window&apos;s</source>
        <translation>Regeltext, der auf das Zusammenführen mit dem eines anderen Fensters wartet</translation>
    </message>
    <message>
        <source>Other window</source>
        <translation>Anderes Fenster</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::RecoveryDialog</name>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Kept at</source>
        <translation>Gesichert um</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>Ver&amp;gleichen…</translation>
    </message>
    <message>
        <source>Found after the last end</source>
        <translation>Nach dem letzten Ende gefunden</translation>
    </message>
    <message>
        <source>The program did not end as it should the last time. This is what was under way. Nothing is lost; what you do not decide about stays as it is.</source>
        <translation>Das Programm wurde beim letzten Mal nicht ordentlich beendet. Das hier war in Arbeit. Nichts ist verloren; worüber Sie nicht entscheiden, das bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>What was under way</source>
        <translation>Was in Arbeit war</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Unavailable: choose a document</source>
        <translation>Nicht verfügbar: wählen Sie ein Dokument</translation>
    </message>
    <message>
        <source>Unavailable: it is decided</source>
        <translation>Nicht verfügbar: darüber ist entschieden</translation>
    </message>
    <message>
        <source>Show it beside what it changes</source>
        <translation>Neben dem zeigen, was es ändert</translation>
    </message>
    <message>
        <source>Unavailable: there is nothing to compare it with</source>
        <translation>Nicht verfügbar: es gibt nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>Being discarded…</source>
        <translation>Wird verworfen…</translation>
    </message>
    <message>
        <source>Not discarded: %1</source>
        <translation>Nicht verworfen: %1</translation>
    </message>
    <message>
        <source>Unavailable: it is being discarded</source>
        <translation>Nicht verfügbar: es wird gerade verworfen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::RuleComparison</name>
    <message>
        <source>Packs that differ</source>
        <translation>Pakete, die sich unterscheiden</translation>
    </message>
    <message>
        <source>&amp;Previous change</source>
        <translation>&amp;Vorige Änderung</translation>
    </message>
    <message>
        <source>&amp;Next change</source>
        <translation>&amp;Nächste Änderung</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Es gibt keinen Unterschied.</translation>
    </message>
    <message>
        <source>Change %1 of %2 in %3</source>
        <translation>Änderung %1 von %2 in %3</translation>
    </message>
    <message>
        <source>%1 is switched on only on one side.</source>
        <translation>%1 ist nur auf einer Seite eingeschaltet.</translation>
    </message>
    <message>
        <source>Goes to the change before</source>
        <translation>Geht zur Änderung davor</translation>
    </message>
    <message>
        <source>this is the first change</source>
        <translation>dies ist die erste Änderung</translation>
    </message>
    <message>
        <source>Goes to the next change</source>
        <translation>Geht zur nächsten Änderung</translation>
    </message>
    <message>
        <source>this is the last change</source>
        <translation>dies ist die letzte Änderung</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::RuleEditor</name>
    <message>
        <source>A comment: the rules do not read it.</source>
        <translation>Ein Kommentar: Die Regeln lesen ihn nicht.</translation>
    </message>
    <message>
        <source>Put the cursor on a fact, a function, a rule or a word of the language to see what it is.</source>
        <translation>Setzen Sie die Schreibmarke auf einen Fakt, eine Funktion, eine Regel oder ein Wort der Sprache, um zu sehen, was es ist.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::RuleNotes</name>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>amount of money</source>
        <translation>Geldbetrag</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, line %2, salience %3</source>
        <translation>%1, Zeile %2, salience %3</translation>
    </message>
    <message>
        <source>%1: given, %2</source>
        <translation>%1: vorgegeben, %2</translation>
    </message>
    <message>
        <source>%1: made by rules, %2</source>
        <translation>%1: von Regeln gesetzt, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>product and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: missing</source>
        <comment>product</comment>
        <translation>%1: fehlt</translation>
    </message>
    <message>
        <source>%1
%2 for %3: %4</source>
        <comment>rule, what it did, product and why</comment>
        <translation>%1
%2 bei %3: %4</translation>
    </message>
    <message>
        <source>rule: begins a rule; its name and what it is for follow</source>
        <translation>rule: beginnt eine Regel; es folgen ihr Name und wozu sie da ist</translation>
    </message>
    <message>
        <source>when: the condition; the rule fires where it is true</source>
        <translation>when: die Bedingung; die Regel feuert, wo sie wahr ist</translation>
    </message>
    <message>
        <source>then: what the rule does when it fires</source>
        <translation>then: was die Regel tut, wenn sie feuert</translation>
    </message>
    <message>
        <source>salience: of the rules that can fire, the highest one is first</source>
        <translation>salience: Von den Regeln, die feuern können, ist die mit der höchsten zuerst an der Reihe</translation>
    </message>
    <message>
        <source>no-loop: what the rule changes does not make it fire again</source>
        <translation>no-loop: Was die Regel selbst ändert, lässt sie nicht noch einmal feuern</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::RulePublishing</name>
    <message>
        <source>&amp;Publish…</source>
        <translation>&amp;Veröffentlichen…</translation>
    </message>
    <message>
        <source>&amp;Discard draft</source>
        <translation>Entwur&amp;f verwerfen</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>Ver&amp;sionen…</translation>
    </message>
    <message>
        <source>&amp;Add delivered packs</source>
        <translation>Mitgelieferte &amp;Pakete hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>&amp;Zusammenführen…</translation>
    </message>
    <message>
        <source>Make this draft the rules that decide orders</source>
        <translation>Diesen Entwurf zu den Regeln machen, die über Bestellungen entscheiden</translation>
    </message>
    <message>
        <source>the database is open read-only</source>
        <translation>die Datenbank ist schreibgeschützt geöffnet</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>es wurde nichts geändert</translation>
    </message>
    <message>
        <source>the text has errors</source>
        <translation>der Text enthält Fehler</translation>
    </message>
    <message>
        <source>another window has another draft; merge them first</source>
        <translation>ein anderes Fenster hat einen anderen Entwurf; führen Sie beide erst zusammen</translation>
    </message>
    <message>
        <source>another version was published; merge it into the draft first</source>
        <translation>eine andere Version wurde veröffentlicht; führen Sie sie erst mit dem Entwurf zusammen</translation>
    </message>
    <message>
        <source>Throw the draft away and go back to the published rules</source>
        <translation>Den Entwurf verwerfen und zu den veröffentlichten Regeln zurückkehren</translation>
    </message>
    <message>
        <source>there is no draft</source>
        <translation>es gibt keinen Entwurf</translation>
    </message>
    <message>
        <source>Add the packs that came with a newer version of this program to the draft</source>
        <translation>Die Pakete, die mit einer neueren Version des Programms kamen, zum Entwurf hinzufügen</translation>
    </message>
    <message>
        <source>the draft has all delivered packs</source>
        <translation>der Entwurf hat alle mitgelieferten Pakete</translation>
    </message>
    <message>
        <source>Bring together your changes and those of others; nothing is lost</source>
        <translation>Ihre Änderungen und die der anderen zusammenbringen; nichts geht verloren</translation>
    </message>
    <message>
        <source>nobody else changed the rules</source>
        <translation>niemand sonst hat die Regeln geändert</translation>
    </message>
    <message>
        <source>Publishing the rules</source>
        <translation>Veröffentlichen der Regeln</translation>
    </message>
    <message>
        <source>Version %1 was published and decides orders from now on</source>
        <translation>Version %1 wurde veröffentlicht und entscheidet ab jetzt über Bestellungen</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Throw away your changes to the rules?</source>
        <translation>Ihre Änderungen an den Regeln verwerfen?</translation>
    </message>
    <message>
        <source>Reading the versions</source>
        <translation>Lesen der Versionen</translation>
    </message>
    <message>
        <source>You changed the same rules in another window at %1. What only one window changed is merged already; decide about the rest.</source>
        <translation>Sie haben dieselben Regeln um %1 in einem anderen Fenster geändert. Was nur ein Fenster geändert hat, ist schon zusammengeführt; entscheiden Sie über den Rest.</translation>
    </message>
    <message>
        <source>Other window, %1</source>
        <translation>Anderes Fenster, %1</translation>
    </message>
    <message>
        <source>%1 published version %2 (%3) and changed the same rules as you. What only one of you changed is merged already; decide about the rest.</source>
        <translation>%1 hat Version %2 veröffentlicht (%3) und dieselben Regeln geändert wie Sie. Was nur einer von Ihnen geändert hat, ist schon zusammengeführt; entscheiden Sie über den Rest.</translation>
    </message>
    <message>
        <source>Version %1 by %2</source>
        <translation>Version %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of version %1 were merged into your draft</source>
        <translation>
            <numerusform>%n Änderung der Version %1 wurde in Ihren Entwurf übernommen</numerusform>
            <numerusform>%n Änderungen der Version %1 wurden in Ihren Entwurf übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw this text away and go on with the other window&apos;s</source>
        <translation>Diesen Text verwerfen und mit dem des anderen Fensters weiterarbeiten</translation>
    </message>
    <message>
        <source>Another window of yours changed the draft meanwhile. Look at it, and try again.</source>
        <translation>Ein anderes Ihrer Fenster hat den Entwurf inzwischen geändert. Sehen Sie ihn an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What you changed in the other window stays.</source>
        <translation>Was Sie im anderen Fenster geändert haben, bleibt.</translation>
    </message>
    <message>
        <source>Discarding the draft</source>
        <translation>Verwerfen des Entwurfs</translation>
    </message>
    <message>
        <source>Restoring a version</source>
        <translation>Wiederherstellen einer Version</translation>
    </message>
    <message>
        <source>Another window has another draft. Merge them first, or discard this one.</source>
        <translation>Ein anderes Fenster hat einen anderen Entwurf. Führen Sie beide erst zusammen, oder verwerfen Sie diesen.</translation>
    </message>
    <message>
        <source>Merging the rules</source>
        <translation>Zusammenführen der Regeln</translation>
    </message>
    <message>
        <source>Proposing the rules</source>
        <translation>Vorschlagen der Regeln</translation>
    </message>
    <message>
        <source>Version %1 is proposed. Another person confirms it here, in Rules, in their own session; until then version %2 decides orders</source>
        <translation>Version %1 ist vorgeschlagen. Jemand anderes bestätigt sie hier unter Regeln in der eigenen Sitzung; bis dahin entscheidet Version %2 über Bestellungen</translation>
    </message>
    <message>
        <source>proposing the rules</source>
        <translation>das Vorschlagen der Regeln</translation>
    </message>
    <message>
        <source>publishing the rules</source>
        <translation>das Veröffentlichen der Regeln</translation>
    </message>
    <message>
        <source>switch to Rules to see what is published</source>
        <translation>wechseln Sie zu Regeln, um zu sehen, was veröffentlicht wird</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::RulesInForce</name>
    <message>
        <source>Rules version %1 decides orders now, but deciding the products by it was cancelled: you see what version %2 decided.</source>
        <translation>Regelversion %1 entscheidet jetzt über Bestellungen, aber das Entscheiden der Produkte danach wurde abgebrochen: Sie sehen, was Version %2 entschieden hat.</translation>
    </message>
    <message>
        <source>Deciding the products anew was cancelled: you see what was decided on %1.</source>
        <translation>Das erneute Entscheiden der Produkte wurde abgebrochen: Sie sehen, was am %1 entschieden wurde.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::RulesPage</name>
    <message>
        <source>Packs of the rule set; a tick switches one on</source>
        <translation>Regelpakete; ein Häkchen schaltet ein Paket ein</translation>
    </message>
    <message>
        <source>Select a product in Planning to see what the rules decide for it.</source>
        <translation>Wählen Sie in der Planung ein Produkt, um zu sehen, was die Regeln dafür entscheiden.</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>&amp;Nächstes Problem</translation>
    </message>
    <message>
        <source>&amp;Comment or uncomment lines</source>
        <translation>Zeilen aus- oder einko&amp;mmentieren</translation>
    </message>
    <message>
        <source>Ctrl+/ in the editor</source>
        <translation>Strg+/ im Editor</translation>
    </message>
    <message>
        <source>Rules of %1</source>
        <translation>Regeln von %1</translation>
    </message>
    <message>
        <source>Ticked packs decide, in this order on equal salience</source>
        <translation>Angehakte Pakete entscheiden, bei gleicher salience in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>The text has errors.</source>
        <translation>Der Text enthält Fehler.</translation>
    </message>
    <message>
        <source>Version %1, published by %2: these rules decide orders</source>
        <translation>Version %1, veröffentlicht von %2: Diese Regeln entscheiden über Bestellungen</translation>
    </message>
    <message>
        <source>Draft of version %1; meanwhile version %2 was published by %3</source>
        <translation>Entwurf auf Grundlage von Version %1; inzwischen hat %3 Version %2 veröffentlicht</translation>
    </message>
    <message>
        <source>Draft of version %1, saved as you type; version %1 decides orders</source>
        <translation>Entwurf auf Grundlage von Version %1, beim Tippen gespeichert; über Bestellungen entscheidet Version %1</translation>
    </message>
    <message>
        <source>The draft could not be saved: %1</source>
        <translation>Der Entwurf konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Previous pro&amp;blem</source>
        <translation>Vorheriges Pro&amp;blem</translation>
    </message>
    <message>
        <source>Draft of version %1, not saved yet</source>
        <translation>Entwurf auf Grundlage von Version %1, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>You changed the same lines in another window at %1. Both texts are kept; this one is saved when they are merged.</source>
        <translation>Sie haben dieselben Zeilen um %1 in einem anderen Fenster geändert. Beide Texte bleiben erhalten; dieser wird gespeichert, wenn sie zusammengeführt sind.</translation>
    </message>
    <message>
        <source>%1 published version %2 while you worked on this draft: %3</source>
        <translation>%1 hat Version %2 veröffentlicht, während Sie an diesem Entwurf arbeiteten: %3</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>&amp;Ersetzen…</translation>
    </message>
    <message>
        <source>&amp;Go to line…</source>
        <translation>&amp;Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>Tab moves the focus now; Ctrl+M lets it indent again</source>
        <translation>Tab bewegt jetzt den Fokus; mit Strg+M rückt es wieder ein</translation>
    </message>
    <message>
        <source>Tab indents again; Ctrl+Tab leaves the editor</source>
        <translation>Tab rückt wieder ein; Strg+Tab verlässt den Editor</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Line, 1 to %1</source>
        <translation>Zeile, 1 bis %1</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>Version %1, published by %2 and confirmed by %3: these rules decide orders</source>
        <translation>Version %1, veröffentlicht von %2 und bestätigt von %3: Diese Regeln entscheiden über Bestellungen</translation>
    </message>
    <message>
        <source>There is no problem in the rules</source>
        <translation>In den Regeln ist kein Problem</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::SavedViews</name>
    <message>
        <source>&amp;Views</source>
        <translation>Ans&amp;ichten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Order today</source>
        <translation>Heute bestellen</translation>
    </message>
    <message>
        <source>%1 *</source>
        <extracomment>The name of a view that was changed since it was saved</extracomment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>%1 (modified)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>Unavailable: this view belongs to the program; save it under another name</source>
        <translation>Nicht möglich: diese Ansicht gehört zum Programm; speichern Sie sie unter einem anderen Namen</translation>
    </message>
    <message>
        <source>&amp;Save view as…</source>
        <translation>Ansicht &amp;speichern unter…</translation>
    </message>
    <message>
        <source>Save &amp;changes</source>
        <translation>Änderungen s&amp;peichern</translation>
    </message>
    <message>
        <source>Unavailable: nothing was changed in this view</source>
        <translation>Nicht möglich: an dieser Ansicht wurde nichts geändert</translation>
    </message>
    <message>
        <source>&amp;Rename view…</source>
        <translation>Ansicht &amp;umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Delete view</source>
        <translation>Ansicht &amp;löschen</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>Name der Ansicht:</translation>
    </message>
    <message>
        <source>A view needs a name:</source>
        <translation>Eine Ansicht braucht einen Namen:</translation>
    </message>
    <message>
        <source>No more than %1 characters:</source>
        <translation>Nicht mehr als %1 Zeichen:</translation>
    </message>
    <message>
        <source>There is a view of this name already. Another name:</source>
        <translation>Eine Ansicht dieses Namens gibt es schon. Ein anderer Name:</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>Delete the view “%1”? The products stay as they are.</source>
        <translation>Die Ansicht „%1“ löschen? Die Produkte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::SecretStore</name>
    <message>
        <source>No keychain answers, so passwords are kept until the program ends.</source>
        <translation>Kein Schlüsselbund antwortet; Passwörter werden aufbewahrt, bis das Programm endet.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::SendOrders</name>
    <message>
        <source>Send orders</source>
        <translation>Bestellungen senden</translation>
    </message>
    <message>
        <source>Send orders – %1</source>
        <translation>Bestellungen senden – %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Orders to be sent</source>
        <translation>Zu sendende Bestellungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>Send %n order(s), %1 to pay in all?</source>
        <translation>
            <numerusform>%n Bestellung senden, insgesamt %1 zu zahlen?</numerusform>
            <numerusform>%n Bestellungen senden, insgesamt %1 zu zahlen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would be written without a recipient; you have to pass them on yourself.</source>
        <translation>
            <numerusform>%n davon würde ohne Empfänger geschrieben; Sie müssen sie selbst weitergeben.</numerusform>
            <numerusform>%n davon würden ohne Empfänger geschrieben; Sie müssen sie selbst weitergeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %n order(s)</source>
        <translation>
            <numerusform>%n Bestellung &amp;senden</numerusform>
            <numerusform>%n Bestellungen &amp;senden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ServicesForm</name>
    <message>
        <source>Address of the service %1</source>
        <translation>Adresse des Dienstes %1</translation>
    </message>
    <message>
        <source>None: nothing can be ordered</source>
        <translation>Keiner: es kann nichts bestellt werden</translation>
    </message>
    <message>
        <source>Host and port; several addresses with commas between are taken in turn</source>
        <translation>Rechner und Port; mehrere Adressen mit Kommas dazwischen werden reihum genommen</translation>
    </message>
    <message>
        <source>Time-out in seconds</source>
        <translation>Wartezeit in Sekunden</translation>
    </message>
    <message>
        <source> s without an answer</source>
        <translation> s ohne Antwort</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Ti&amp;me-out</source>
        <translation>Warteze&amp;it</translation>
    </message>
    <message>
        <source>OMS (demand)</source>
        <translation>OMS (Bedarf)</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>UOM (units)</source>
        <translation>UOM (Einheiten)</translation>
    </message>
    <message>
        <source>Rule Engine</source>
        <translation>Regelmaschine</translation>
    </message>
    <message>
        <source>Purchase Order</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Orchestrator</source>
        <translation>Orchestrator</translation>
    </message>
    <message>
        <source>Say where the service %1 is, as host:port.</source>
        <translation>Sagen Sie, wo der Dienst %1 ist, als Rechner:Port.</translation>
    </message>
    <message>
        <source>Certificate of the authority that signs those of the services</source>
        <translation>Zertifikat der Stelle, die die der Dienste unterschreibt</translation>
    </message>
    <message>
        <source>PEM file; without one nothing is encrypted, for this machine only</source>
        <translation>PEM-Datei; ohne sie ist nichts verschlüsselt, nur für diesen Rechner</translation>
    </message>
    <message>
        <source>Token by which the services know you</source>
        <translation>Token, an dem die Dienste Sie erkennen</translation>
    </message>
    <message>
        <source>On this machine none is needed</source>
        <translation>Auf diesem Rechner ist keines nötig</translation>
    </message>
    <message>
        <source>Trusted auth&amp;ority</source>
        <translation>Vertra&amp;ute Stelle</translation>
    </message>
    <message>
        <source>To&amp;ken</source>
        <translation>To&amp;ken</translation>
    </message>
    <message>
        <source>I confirm: suppliers of &amp;whom nothing is said are active</source>
        <translation>Ich bestätige: Lieferanten, über die nic&amp;hts gesagt wird, sind aktiv</translation>
    </message>
    <message>
        <source>For services of another make, which tell less: a supplier of whom the service says neither id nor state is active, and its name is its id. Without it their products are blocked.</source>
        <translation>Für Dienste anderer Hersteller, die weniger sagen: Ein Lieferant, von dem der Dienst weder Kennung noch Zustand nennt, ist aktiv, und sein Name ist seine Kennung. Ohne das sind ihre Produkte gesperrt.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ShortcutKeys</name>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
    <message>
        <source>Complete a word</source>
        <translation>Ein Wort vervollständigen</translation>
    </message>
    <message>
        <source>Comment or uncomment lines</source>
        <translation>Zeilen aus- oder einkommentieren</translation>
    </message>
    <message>
        <source>Let Tab leave the editor, or indent again</source>
        <translation>Tab den Editor verlassen oder wieder einrücken lassen</translation>
    </message>
    <message>
        <source>Leave the editor</source>
        <translation>Den Editor verlassen</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>Öffnen, was ausgewählt ist</translation>
    </message>
    <message>
        <source>Open the menu of what is selected</source>
        <translation>Das Menü zum Ausgewählten öffnen</translation>
    </message>
    <message>
        <source>Rule editor and lists</source>
        <translation>Regeleditor und Listen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ShortcutPreferences</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>&amp;Take it from there</source>
        <translation>&amp;Dort wegnehmen</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>&amp;Übliche Taste</translation>
    </message>
    <message>
        <source>A&amp;ll usual keys</source>
        <translation>&amp;Alle üblichen Tasten</translation>
    </message>
    <message>
        <source>Acts and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>New key for the chosen act</source>
        <translation>Neue Taste für den gewählten Befehl</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>&amp;Neue Taste:</translation>
    </message>
    <message>
        <source>All keys are as they were at first. Save keeps that.</source>
        <translation>Alle Tasten sind wie am Anfang. Mit Speichern bleibt es dabei.</translation>
    </message>
    <message>
        <source>Two acts cannot have one key: %1</source>
        <translation>Zwei Befehle können nicht dieselbe Taste haben: %1</translation>
    </message>
    <message>
        <source>choose an act in the list first</source>
        <translation>wählen Sie zuerst einen Befehl in der Liste</translation>
    </message>
    <message>
        <source>The act stays in its menu</source>
        <translation>Der Befehl bleibt in seinem Menü</translation>
    </message>
    <message>
        <source>it has none</source>
        <translation>er hat keine</translation>
    </message>
    <message>
        <source>The key it had at first</source>
        <translation>Die Taste, die er am Anfang hatte</translation>
    </message>
    <message>
        <source>it has its usual key</source>
        <translation>er hat seine übliche Taste</translation>
    </message>
    <message>
        <source>Choose an act, then press its new key in the field below the list.</source>
        <translation>Wählen Sie einen Befehl und drücken Sie dann im Feld unter der Liste seine neue Taste.</translation>
    </message>
    <message>
        <source>%1 is needed for typing. Press it together with Ctrl or Alt.</source>
        <translation>%1 wird zum Tippen gebraucht. Drücken Sie sie zusammen mit Strg oder Alt.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” and stays there.</source>
        <translation>%1 gehört zu „%2“ und bleibt dort.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”.</source>
        <translation>%1 ist die Taste von „%2“.</translation>
    </message>
    <message>
        <source>“%1” has no such key any more. Save keeps that.</source>
        <translation>„%1“ hat diese Taste nicht mehr. Mit Speichern bleibt es dabei.</translation>
    </message>
    <message>
        <source>Press the keys that the act shall have; Esc leaves them as they are</source>
        <translation>Drücken Sie die Tasten, die der Befehl haben soll; Esc lässt sie, wie sie sind</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search acts and keys</source>
        <translation>Befehle und Tasten durchsuchen</translation>
    </message>
    <message>
        <source>C&amp;hange keys…</source>
        <translation>Tasten ä&amp;ndern…</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::StaleBanner</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>The data cannot be read: %1 You see what was read at %2. Orders wait until it can be read again.</source>
        <translation>Die Daten können nicht gelesen werden: %1 Sie sehen den Stand von %2. Bestellt wird erst wieder, wenn die Daten lesbar sind.</translation>
    </message>
    <message>
        <source>The data cannot be read: %1</source>
        <translation>Die Daten können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1. What comes from there is grey and as it was known before; nothing can be ordered until it is back.</source>
        <translation>%1. Was von dort kommt, ist grau und so, wie es zuvor bekannt war; bis sie zurück ist, kann nichts bestellt werden.</translation>
    </message>
    <message numerus="yes">
        <source>The database has not answered for %n second(s). What waits for it: %1.</source>
        <translation>
            <numerusform>Die Datenbank antwortet seit %n Sekunde nicht. Darauf wartet: %1.</numerusform>
            <numerusform>Die Datenbank antwortet seit %n Sekunden nicht. Darauf wartet: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>purchasing::ui::StatePanel</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::StatusLine</name>
    <message>
        <source>%1 · read-only</source>
        <translation>%1 · schreibgeschützt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source> · rules version %1</source>
        <translation> · Regelversion %1</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::SupplierPanel</name>
    <message>
        <source>Suppliers side by side</source>
        <translation>Lieferanten im Vergleich</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Minimum order</source>
        <translation>Mindestbestellmenge</translation>
    </message>
    <message>
        <source>Order multiple</source>
        <translation>Bestellvielfaches</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>Wiederbeschaffungszeit</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>Eintreffen</translation>
    </message>
    <message>
        <source>Order quantity</source>
        <translation>Bestellmenge</translation>
    </message>
    <message>
        <source>Total before tax</source>
        <translation>Summe vor Steuer</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>No supplier offers this product, so nothing can be ordered.</source>
        <translation>Kein Lieferant bietet dieses Produkt an, daher kann nichts bestellt werden.</translation>
    </message>
    <message>
        <source>Suppliers cannot be read.</source>
        <translation>Die Lieferanten können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Used: %1, the first by active, priority and price.</source>
        <translation>Verwendet: %1, der erste nach Aktiv, Priorität und Preis.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 ✓</source>
        <translation>%1 ✓</translation>
    </message>
    <message>
        <source>%1 is used for the order</source>
        <translation>%1 wird für die Bestellung verwendet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 Tg.</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Wieder verwenden</translation>
    </message>
    <message>
        <source>Decide this product with %1</source>
        <translation>Dieses Produkt mit %1 entscheiden</translation>
    </message>
    <message>
        <source>%1, chosen instead of the first, no longer offers this product. Choose another one.</source>
        <translation>%1, statt des ersten gewählt, bietet dieses Produkt nicht mehr an. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Used for the next order: %1, chosen by %2: %3</source>
        <translation>Für die nächste Bestellung: %1, gewählt von %2: %3</translation>
    </message>
    <message>
        <source>Used for this order: %1.</source>
        <translation>Für diese Bestellung: %1.</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>this supplier is already used</source>
        <translation>dieser Lieferant wird bereits verwendet</translation>
    </message>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht möglich: %1</translation>
    </message>
    <message>
        <source>Suppliers cannot be read: %1.</source>
        <translation>Die Lieferanten sind nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Suppliers cannot be read: %1. You see what was known before.</source>
        <translation>Die Lieferanten sind nicht lesbar: %1. Sie sehen, was zuvor bekannt war.</translation>
    </message>
    <message>
        <source>%1 has a better priority, but without a price and a lead time nothing can be ordered from it.</source>
        <translation>%1 hat eine bessere Priorität, aber ohne Preis und Lieferzeit kann dort nichts bestellt werden.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::TableWriter</name>
    <message>
        <source>%1 was not written, because there is no room left on the disk. What was there before is unchanged.</source>
        <translation>%1 wurde nicht geschrieben, weil auf dem Datenträger kein Platz mehr ist. Was vorher da war, ist unverändert.</translation>
    </message>
    <message>
        <source>%1 was not written, because you may not write into that folder.</source>
        <translation>%1 wurde nicht geschrieben, weil Sie in diesen Ordner nicht schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1 was not written, because its folder does not exist.</source>
        <translation>%1 wurde nicht geschrieben, weil es den Ordner nicht gibt.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Writing the file was cancelled.</source>
        <translation>Das Schreiben der Datei wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Row %1 has a text that is too long for a workbook. Write a CSV file instead.</source>
        <translation>Zeile %1 hat einen Text, der für eine Arbeitsmappe zu lang ist. Schreiben Sie stattdessen eine CSV-Datei.</translation>
    </message>
    <message>
        <source>A workbook has room for %L1 rows, and these are %L2. Write a CSV file instead.</source>
        <translation>Eine Arbeitsmappe fasst %L1 Zeilen, und dies sind %L2. Schreiben Sie stattdessen eine CSV-Datei.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::TlsForm</name>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Off: not encrypted</source>
        <translation>Aus: nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Required: encrypted, whoever answers</source>
        <translation>Verlangt: verschlüsselt, wer immer antwortet</translation>
    </message>
    <message>
        <source>Verified: encrypted, and the certificate names this host</source>
        <translation>Geprüft: verschlüsselt, und das Zertifikat nennt diesen Host</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>V&amp;erschlüsselung</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>CA fi&amp;le</source>
        <translation>CA-Date&amp;i</translation>
    </message>
    <message>
        <source>File with the certificates to trust</source>
        <translation>Datei mit den Zertifikaten, denen vertraut wird</translation>
    </message>
    <message>
        <source>Those the system trusts</source>
        <translation>Denen das System vertraut</translation>
    </message>
    <message>
        <source>Certi&amp;ficate</source>
        <translation>&amp;Zertifikat</translation>
    </message>
    <message>
        <source>File with the certificate that you show</source>
        <translation>Datei mit dem Zertifikat, das Sie vorzeigen</translation>
    </message>
    <message>
        <source>&amp;Its key</source>
        <translation>Sein Sch&amp;lüssel</translation>
    </message>
    <message>
        <source>File with the private key of your certificate</source>
        <translation>Datei mit dem privaten Schlüssel Ihres Zertifikats</translation>
    </message>
    <message>
        <source>Private keys (*.pem *.key);;All files (*)</source>
        <translation>Private Schlüssel (*.pem *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Only where the server asks for one</source>
        <translation>Nur wo der Server eines verlangt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Auswählen: %1</translation>
    </message>
    <message>
        <source>Unavailable: only verified encryption needs it</source>
        <translation>Nicht verfügbar: nur geprüfte Verschlüsselung braucht es</translation>
    </message>
    <message>
        <source>Unavailable: the connection is not encrypted</source>
        <translation>Nicht verfügbar: die Verbindung ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Name the file with the key of your certificate.</source>
        <translation>Nennen Sie die Datei mit dem Schlüssel Ihres Zertifikats.</translation>
    </message>
    <message>
        <source>Name the file with the certificate of your key.</source>
        <translation>Nennen Sie die Datei mit dem Zertifikat Ihres Schlüssels.</translation>
    </message>
    <message>
        <source>On another machine the way is encrypted unless you say otherwise. If the server has no encryption and you trust the network, choose Off.</source>
        <translation>Zu einem anderen Rechner wird verschlüsselt, wenn Sie nichts anderes sagen. Hat der Server keine Verschlüsselung und vertrauen Sie dem Netz, wählen Sie Aus.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::TracePanel</name>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>false</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Matched, not chosen</source>
        <translation>Passt, nicht gewählt</translation>
    </message>
    <message>
        <source>Not matched</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Rules and what they did</source>
        <translation>Regeln und was sie getan haben</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>%1 (step %2)</source>
        <translation>%1 (Schritt %2)</translation>
    </message>
    <message>
        <source>wrote</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>logged</source>
        <translation>protokolliert</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::UndoActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>Rüc&amp;kgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wiederh&amp;olen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Undo the last change of the rule text</source>
        <translation>Die letzte Änderung am Regeltext rückgängig machen</translation>
    </message>
    <message>
        <source>there is nothing to undo in the rules</source>
        <translation>in den Regeln gibt es nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>there is nothing to redo in the rules</source>
        <translation>in den Regeln gibt es nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Undo the %1, and store that</source>
        <translation>Rückgängig machen und das speichern: %1</translation>
    </message>
    <message>
        <source>Do the %1 again, and store that</source>
        <translation>Wiederholen und das speichern: %1</translation>
    </message>
    <message>
        <source>switch to Planning for overrides, or to Rules for their text</source>
        <translation>wechseln Sie für Übersteuerungen zur Planung oder für den Regeltext zu den Regeln</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::UnitsPanel</name>
    <message>
        <source>One</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>And one</source>
        <translation>Und eine</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Unit conversions</source>
        <translation>Umrechnung der Einheiten</translation>
    </message>
    <message>
        <source>Amount to convert</source>
        <translation>Menge zum Umrechnen</translation>
    </message>
    <message>
        <source>Direction of the conversion</source>
        <translation>Richtung der Umrechnung</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>Umrechnen</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>1/%1 %2</source>
        <extracomment>An exact fraction of the larger unit, such as &quot;1/12 CASE&quot;</extracomment>
        <translation>1/%1 %2</translation>
    </message>
    <message>
        <source>No unit conversion is known for this product.</source>
        <translation>Für dieses Produkt ist keine Umrechnung bekannt.</translation>
    </message>
    <message>
        <source>Units cannot be read.</source>
        <translation>Die Einheiten können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is nothing to order.</source>
        <translation>Es gibt nichts zu bestellen.</translation>
    </message>
    <message>
        <source>The order of %1 %2 is %3.</source>
        <translation>Die Bestellung von %1 %2 entspricht %3.</translation>
    </message>
    <message>
        <source>= %1 %2</source>
        <translation>= %1 %2</translation>
    </message>
    <message>
        <source>unknown in %1</source>
        <translation>in %1 unbekannt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 + %3 %4 (%5 %2)</source>
        <translation>%1 %2 + %3 %4 (%5 %2)</translation>
    </message>
    <message>
        <source>Units cannot be read: %1.</source>
        <translation>Die Einheiten sind nicht lesbar: %1.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::VerifyDialog</name>
    <message>
        <source>Verify the audit log</source>
        <translation>Prüfprotokoll überprüfen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Events, orders, approvals, rules, settings and people are checked against the audit log. That may take a while; closing this does not wait for it.</source>
        <translation>Ereignisse, Bestellungen, Freigaben, Regeln, Einstellungen und Personen werden gegen das Prüfprotokoll abgeglichen. Das kann dauern; Schließen wartet nicht darauf.</translation>
    </message>
    <message>
        <source>Unavailable: the check is running</source>
        <translation>Nicht verfügbar: die Prüfung läuft</translation>
    </message>
    <message>
        <source>Copy what was found</source>
        <translation>Das Ergebnis kopieren</translation>
    </message>
    <message numerus="yes">
        <source>All is as it was written: %n event(s), and all orders, approvals, rules, settings and people agree with them.</source>
        <translation>
            <numerusform>Alles ist, wie es geschrieben wurde: %n Ereignis; alle Bestellungen, Freigaben, Regeln, Einstellungen und Personen stimmen damit überein.</numerusform>
            <numerusform>Alles ist, wie es geschrieben wurde: %n Ereignisse; alle Bestellungen, Freigaben, Regeln, Einstellungen und Personen stimmen damit überein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Event %1 is the one that was signed and remembered outside of the database.</source>
        <translation>Ereignis %1 ist das, welches signiert und außerhalb der Datenbank gemerkt wurde.</translation>
    </message>
    <message>
        <source>No event was remembered outside of the database on this account yet, so that nothing would show whether the newest ones were cut off.</source>
        <translation>Unter diesem Konto wurde noch kein Ereignis außerhalb der Datenbank gemerkt; dass die neuesten abgeschnitten wurden, fiele also nicht auf.</translation>
    </message>
    <message>
        <source>It could not be verified: %1</source>
        <translation>Es konnte nicht überprüft werden: %1</translation>
    </message>
    <message>
        <source>What is stored is not what was written. The first difference: %1</source>
        <translation>Gespeichert ist etwas anderes, als geschrieben wurde. Der erste Unterschied: %1</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::VersionsDialog</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Versions of the rule set</source>
        <translation>Versionen der Regeln</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source> (switched off)</source>
        <translation> (ausgeschaltet)</translation>
    </message>
    <message>
        <source>%1, confirmed by %2</source>
        <translation>%1, bestätigt von %2</translation>
    </message>
    <message>
        <source>Rules of the version</source>
        <translation>Regeln der Version</translation>
    </message>
    <message>
        <source>Nothing: show its text</source>
        <translation>Nichts: nur den Text zeigen</translation>
    </message>
    <message>
        <source>The draft</source>
        <translation>Der Entwurf</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>&amp;Compare with:</source>
        <translation>Vergleichen &amp;mit:</translation>
    </message>
    <message>
        <source>The version before it</source>
        <translation>Die Version davor</translation>
    </message>
    <message>
        <source>&amp;Restore as draft</source>
        <translation>Als Entwurf wiede&amp;rherstellen</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::WelcomeDialog</name>
    <message>
        <source>Purchasing Flow Planner</source>
        <translation>Purchasing Flow Planner</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>&amp;Demo öffnen</translation>
    </message>
    <message>
        <source>Some sixty example products. No order leaves this computer.</source>
        <translation>Rund sechzig Beispielprodukte. Keine Bestellung verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden…</translation>
    </message>
    <message>
        <source>A database file, a MySQL or MariaDB server, or purchasing services.</source>
        <translation>Eine Datenbankdatei, ein MySQL- oder MariaDB-Server oder Dienste für den Einkauf.</translation>
    </message>
    <message>
        <source>Opened before:</source>
        <translation>Zuletzt geöffnet:</translation>
    </message>
    <message>
        <source>%1 – production</source>
        <translation>%1 – produktiv</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;How to begin&lt;/b&gt;&lt;/p&gt;&lt;ol&gt;&lt;li&gt;Look at &lt;b&gt;To order&lt;/b&gt;: the most urgent products are on top.&lt;/li&gt;&lt;li&gt;Click one. Beside the list you read what the rules decided; &lt;b&gt;F4&lt;/b&gt; shows why.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Create PO&lt;/b&gt; orders it. Above the limit the order waits under &lt;b&gt;Approvals&lt;/b&gt;.&lt;/li&gt;&lt;li&gt;Under &lt;b&gt;Rules&lt;/b&gt; you change how it is decided, and see the result while you type.&lt;/li&gt;&lt;/ol&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;So fangen Sie an&lt;/b&gt;&lt;/p&gt;&lt;ol&gt;&lt;li&gt;Sehen Sie unter &lt;b&gt;Zu bestellen&lt;/b&gt; nach: Die dringendsten Produkte stehen oben.&lt;/li&gt;&lt;li&gt;Klicken Sie eines an. Neben der Liste lesen Sie, was die Regeln entschieden haben; &lt;b&gt;F4&lt;/b&gt; zeigt, warum.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Bestellung anlegen&lt;/b&gt; bestellt es. Über der Grenze wartet die Bestellung unter &lt;b&gt;Freigaben&lt;/b&gt;.&lt;/li&gt;&lt;li&gt;Unter &lt;b&gt;Regeln&lt;/b&gt; ändern Sie, wie entschieden wird, und sehen das Ergebnis beim Tippen.&lt;/li&gt;&lt;/ol&gt;</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>How to begin</source>
        <translation>So fangen Sie an</translation>
    </message>
    <message>
        <source>&amp;New database…</source>
        <translation>&amp;Neue Datenbank…</translation>
    </message>
    <message>
        <source>An empty file for your own products, which you import.</source>
        <translation>Eine leere Datei für Ihre eigenen Produkte, die Sie importieren.</translation>
    </message>
    <message>
        <source>New database file</source>
        <translation>Neue Datenbankdatei</translation>
    </message>
    <message>
        <source>Databases (*.sqlite)</source>
        <translation>Datenbanken (*.sqlite)</translation>
    </message>
    <message>
        <source>%1 is there already. Open it with Connect, or choose another name.</source>
        <translation>%1 gibt es schon. Öffnen Sie sie mit „Verbinden“, oder wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>purchasing::ui::WorkingAsButton</name>
    <message>
        <source>Working as %1</source>
        <translation>Arbeitet als %1</translation>
    </message>
    <message>
        <source>Single operator: you order and approve. Tools ▸ People changes that.</source>
        <translation>Ein-Personen-Betrieb: Sie bestellen und geben frei. Ändern können Sie das unter Extras ▸ Personen.</translation>
    </message>
    <message>
        <source>Choose whom you work as</source>
        <translation>Wählen Sie, als wer Sie arbeiten</translation>
    </message>
    <message>
        <source>Reading the people</source>
        <translation>Lesen der Personen</translation>
    </message>
    <message>
        <source>You work as %1. Orders and approvals are booked on this name; choose another one at the bottom right.</source>
        <translation>Sie arbeiten als %1. Bestellungen und Freigaben werden auf diesen Namen gebucht; unten rechts wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The services know who you are; nobody can be chosen here.</source>
        <translation>Die Dienste wissen, wer Sie sind; hier kann niemand gewählt werden.</translation>
    </message>
</context>
</TS>
