using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>Nothing but the tables of GdprKit.</summary>
internal sealed class TablesContext(DbContextOptions<TablesContext> options) : DbContext(options)
{
    public static TablesContext On(string database) => new(Options(database).Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseGdprKit().UseGdprKit();

    // No connection is made to write a script.
    private static DbContextOptionsBuilder<TablesContext> Options(string database) => database switch
    {
        "sqlite" => new DbContextOptionsBuilder<TablesContext>().UseSqlite("Data Source=:memory:"),
        "postgresql" => new DbContextOptionsBuilder<TablesContext>().UseNpgsql("Host=nowhere"),
        "sqlserver" => new DbContextOptionsBuilder<TablesContext>().UseSqlServer("Server=nowhere"),
        _ => throw new ArgumentOutOfRangeException(nameof(database)),
    };
}
