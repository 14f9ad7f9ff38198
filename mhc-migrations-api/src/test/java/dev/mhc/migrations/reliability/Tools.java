package dev.mhc.migrations.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Programs of the machine that make faults where Java cannot. */
final class Tools {

    private Tools() {}

    /** Whether the command runs here and succeeds. */
    static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** What runs a command with a folder that cannot be written, not even by root. */
    static List<String> readOnly(Path folder) {
        String mount = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"";
        return List.of("unshare", "-m", "sh", "-c", mount, folder.toString());
    }
}
