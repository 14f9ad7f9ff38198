package dev.mhc.migrations.change;

import dev.mhc.migrations.change.ConstraintModel.Kind;
import dev.mhc.migrations.change.SchemaModel.ChildModel;
import dev.mhc.migrations.change.SchemaModel.ObjectModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes indexes, triggers, views and children of a table. */
final class ObjectGenerator {

    private final Dice dice;
    private final SchemaModel schema;
    private final List<Integer> columns;

    ObjectGenerator(Dice dice, SchemaModel schema) {
        this.dice = dice;
        this.schema = schema;
        this.columns = schema.table.columns.stream().map(it -> it.id).toList();
    }

    void fill() {
        for (int i = dice.below(4); i > 0; i--) {
            index(i);
        }
        for (int i = dice.below(3); i > 0; i--) {
            child(i);
        }
        if (dice.percent(40)) {
            views();
        }
        for (int i = dice.percent(60) ? dice.between(1, 3) : 0; i > 0; i--) {
            trigger(i);
        }
    }

    private String any() {
        return Template.column(dice.of(columns));
    }

    private void add(String type, String name, String template, String uses) {
        schema.objects.add(new ObjectModel(type, name, template, uses));
    }

    private void index(int number) {
        String name = dice.of("ix ", "ix_", "Index") + number;
        String parts = dice.some(dice.between(1, 2), columns).stream()
                .map(id -> Template.column(id) + dice.of("", "", "~DESC", "~COLLATE~NOCASE", "~COLLATE~NOCASE~DESC"))
                .collect(Collectors.joining("~,~"));
        if (dice.percent(25)) {
            parts = dice.of("lower(" + any() + ")", any() + "~||~'x'", "length(" + any() + ")~DESC,~" + any());
        }
        String where = dice.percent(25) ? "~WHERE~" + any() + dice.of("~IS~NOT~NULL", "~<>~'x'", "~>~1") : "";
        add(
                "index",
                name,
                "CREATE~" + (dice.percent(25) ? "UNIQUE~" : "") + "INDEX~" + Template.name(name) + "~ON~⟨t⟩~(" + parts
                        + "~)" + where,
                "");
    }

    private void child(int number) {
        List<ConstraintModel> keys = new ArrayList<>(schema.table.all(Kind.UNIQUE));
        keys.addAll(schema.table.all(Kind.PRIMARY_KEY));
        if (keys.isEmpty()) {
            return;
        }
        ConstraintModel key = dice.of(keys);
        boolean implicit = key.kind == Kind.PRIMARY_KEY && dice.percent(40);
        String name = dice.of("child ", "kid_") + number;
        List<String> own = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int i = 0; i < key.columns.size(); i++) {
            own.add("r" + i);
            types.add(
                    "r" + i + " " + schema.table.column(key.columns.get(i)).type.replace("ANY", ""));
        }
        String template =
                "CREATE~TABLE~" + Template.name(name) + "~(id INTEGER PRIMARY KEY,~" + String.join(",~", types)
                        + ",~note TEXT,~FOREIGN~KEY~(" + String.join(", ", own) + ")~REFERENCES~⟨t⟩"
                        + (implicit ? "" : "~(" + schema.table.names(key.columns) + ")")
                        + TableGenerator.actions(dice).stream().map("~"::concat).collect(Collectors.joining()) + ")";
        schema.children.add(new ChildModel(name, List.copyOf(key.columns), implicit, template));
    }

    private void views() {
        String first = any();
        String qualified = dice.percent(50) ? "⟨t⟩." : "";
        add(
                "view",
                "v one",
                "CREATE~VIEW~⟨=v one⟩~AS~SELECT~" + qualified + first + "~AS x,~" + any() + "~AS y~FROM~⟨t⟩"
                        + dice.of("", "~WHERE~" + any() + "~IS NOT NULL"),
                "");
        if (dice.percent(50)) {
            add("view", "v two", "CREATE~VIEW~⟨=v two⟩~AS~SELECT~count(*) AS n,~max(x)~FROM~⟨=v one⟩", "v one");
        }
    }

    private void trigger(int number) {
        String name = dice.of("tr_", "tr ") + number;
        String head = "CREATE~TRIGGER~" + Template.name(name) + "~";
        String table = "⟨t⟩~";
        String into = "BEGIN~INSERT INTO audit~VALUES~('" + name + "',~";
        String one = any();
        String two = any();
        String set = Template.column(dice.of(schema.table.writable()).id);
        boolean view = !schema.all("view").isEmpty();
        String template = switch (dice.below(view ? 8 : 7)) {
            case 0 -> head + "AFTER~INSERT~ON~" + table + into + "NULL,~quote(NEW." + one + "));~END";
            case 1 ->
                head + "BEFORE~UPDATE~ON~" + table + into + "quote(OLD." + one + "),~quote(NEW." + two + "));~END";
            case 2 -> head + "AFTER~UPDATE~OF~" + one + "~ON~" + table + into + "quote(OLD." + one + "),~NULL);~END";
            case 3 ->
                head + "AFTER~DELETE~ON~" + table + "WHEN~OLD." + one + "~IS NOT NULL~" + into + "quote(OLD." + two
                        + "),~'gone');~END";
            case 4 ->
                head + "BEFORE~INSERT~ON~" + table + "BEGIN~SELECT~RAISE(ABORT, 'not this one')~WHERE~NEW." + one
                        + "~IS~'never';~END";
            case 5 ->
                head + "AFTER~INSERT~ON~[by stander]~BEGIN~INSERT INTO audit~SELECT~'" + name + "',~count(" + one
                        + "),~max(quote(" + two + "))~FROM~⟨t⟩;~END";
            case 6 ->
                head + "AFTER~UPDATE~ON~teams~BEGIN~UPDATE~⟨t⟩~SET~" + set + "~=~" + set + "~WHERE~" + two
                        + "~IS~NULL;~END";
            default ->
                head + "INSTEAD~OF~INSERT~ON~⟨=v one⟩~" + into + "NEW.x,~(SELECT~count(" + one + ")~FROM~⟨t⟩));~END";
        };
        add("trigger", name, template, template.contains("⟨=v one⟩") ? "v one" : "");
    }
}
