// A database as an application left it that knew nothing of migrations.
def connection = new org.sqlite.JDBC().connect("jdbc:sqlite:${new File(basedir, 'shop.db')}", new Properties())
try {
    def statement = connection.createStatement()
    statement.execute('CREATE TABLE tickets (id INTEGER PRIMARY KEY, title VARCHAR(100) NOT NULL, state VARCHAR(20))')
    statement.execute("INSERT INTO tickets (title, state) VALUES ('Old', 'closed'), ('Older', NULL)")
} finally {
    connection.close()
}
return true
