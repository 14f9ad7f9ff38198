package dev.mhc.migrations.change;

import java.sql.SQLException;
import java.util.Optional;

/** Makes one to four changes of a table. */
final class ChangeGenerator {

    private ChangeGenerator() {}

    static ChangePlan plan(Dice dice, SchemaModel schema, OldRows rows) throws SQLException {
        ChangePlan plan = new ChangePlan(schema, rows);
        if (dice.percent(15)) {
            plan.newName = Optional.of(dice.of("renamed", "Re named", "table", "a]b"));
            plan.renamedFirst = dice.percent(50);
            if (plan.renamedFirst) {
                plan.table().name = plan.newName.get();
            }
        }
        ColumnChanges columns = new ColumnChanges(dice, plan);
        ConstraintChanges constraints = new ConstraintChanges(dice, plan);
        int count = dice.between(1, 4);
        for (int tries = 0; plan.up.size() < count && tries < 20; tries++) {
            switch (dice.below(18)) {
                case 0, 1, 2 -> columns.add();
                case 3, 4 -> columns.drop();
                case 5, 6 -> columns.rename();
                case 7, 8, 9, 10 -> columns.alter();
                case 11 -> constraints.addUnique();
                case 12 -> constraints.dropUnique();
                case 13 -> constraints.addCheck();
                case 14 -> constraints.dropCheck();
                case 15 -> constraints.addForeignKey();
                case 16 -> constraints.dropForeignKey();
                default -> constraints.primaryKey();
            }
        }
        plan.newName.ifPresent(name -> plan.table().name = name);
        return plan;
    }
}
