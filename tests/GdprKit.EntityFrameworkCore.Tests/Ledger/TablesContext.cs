using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>Nothing but the tables of GdprKit.</summary>
internal sealed class TablesContext(DbContextOptions<TablesContext> options, Action<ModelBuilder>? build, Action<ModelConfigurationBuilder>? conventions) : DbContext(options)
{
    /// <summary>A context for a database, of which a model of its own can be built.</summary>
    public static TablesContext On(string database, Action<ModelBuilder>? build = null, Action<ModelConfigurationBuilder>? conventions = null)
    {
        var options = Options(database);
        return new(build is null ? options.Options : options.EnableServiceProviderCaching(false).Options, build, conventions);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => conventions?.Invoke(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => (build ?? (model => model.UseGdprKit().UseGdprKit()))(modelBuilder);

    // No connection is made to write a script.
    private static DbContextOptionsBuilder<TablesContext> Options(string database) => database switch
    {
        "sqlite" => new DbContextOptionsBuilder<TablesContext>().UseSqlite("Data Source=:memory:"),
        "postgresql" => new DbContextOptionsBuilder<TablesContext>().UseNpgsql("Host=nowhere"),
        "sqlserver" => new DbContextOptionsBuilder<TablesContext>().UseSqlServer("Server=nowhere"),
        _ => throw new ArgumentOutOfRangeException(nameof(database)),
    };
}
