def runs = new File(basedir, 'build.log').text.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
assert runs.size() == 7
def (apply, partial, clean, unprocessed, stale, noProcessor, hidden) = runs
def classes = new File(basedir, 'target/classes').canonicalPath
def carts = 'org.example.shop.M20250101000000CreateCarts'
def orders = 'org.example.shop.M20250102000000CreateOrders'

assert apply.contains('Applied 2 migrations in ')

assert partial.contains("[IncompleteRegistry] The registry of module app lacks $orders, compiled in $classes.")
assert partial.contains('Run: mvn clean process-classes')
assert clean.contains("2 migrations: 1 applied, 1 changed")

assert unprocessed.contains("[IncompleteRegistry] The registry of module app lacks org.example.shop.M20250103000000CreateReturns, compiled in $classes.")
assert stale.contains("[StaleRegistry] The registry of module app lists $orders, which is not in $classes. Run: mvn clean process-classes")

assert noProcessor.contains("[NoRegistry] No registry of migrations is on the run-time class path of partial-compile, though $carts, $orders is compiled in $classes.")
assert noProcessor.contains('JDK 23 and newer ignore, without a word, a processor that is only a dependency.')
assert noProcessor.contains('<annotationProcessorPaths>')

assert hidden.contains('[IncompleteRegistry] The registry of module app lacks org.example.shop.Hidden$1Local, compiled in')

def connection = new org.sqlite.JDBC().connect("jdbc:sqlite:${new File(basedir, 'shop.db')}", new Properties())
try {
    def result = connection.createStatement().executeQuery('SELECT group_concat(version) FROM mhc_history')
    assert result.next() && result.getString(1) == '20250101000000,20250102000000'
} finally {
    connection.close()
}
return true
