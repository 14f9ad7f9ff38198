def runs = new File(basedir, 'build.log').text.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
assert runs.size() == 5
def (apply, partial, unprocessed, stale, hidden) = runs
def classes = new File(basedir, 'target/classes').canonicalPath
def carts = 'org.example.shop.M20250101000000CreateCarts'
def orders = 'org.example.shop.M20250102000000CreateOrders'

assert apply.contains('Applied 2 migrations in ')

assert partial.contains("[IncompleteRegistry] The registry of module app lacks $orders, compiled in $classes.")
assert partial.contains('Run: mvn clean process-classes')

assert unprocessed.contains("[IncompleteRegistry] The registry of module app lacks org.example.shop.M20250103000000CreateReturns, compiled in $classes.")
assert stale.contains("[StaleRegistry] The registry of module app lists $orders, which is not in $classes. Run: mvn clean process-classes")

assert hidden.contains('[IncompleteRegistry] The registry of module app lacks org.example.shop.Hidden$1Local, compiled in')

def connection = new org.sqlite.JDBC().connect("jdbc:sqlite:${new File(basedir, 'shop.db')}", new Properties())
try {
    def result = connection.createStatement().executeQuery('SELECT group_concat(version) FROM mhc_history')
    assert result.next() && result.getString(1) == '20250101000000,20250102000000'
} finally {
    connection.close()
}
return true
