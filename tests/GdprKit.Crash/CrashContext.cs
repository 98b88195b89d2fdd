using Microsoft.EntityFrameworkCore;

namespace GdprKit.Crash;

/// <summary>The database of the host, with its ledger in it.</summary>
public sealed class CrashContext(DbContextOptions<CrashContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    /// <summary>Lets a context use a database.</summary>
    /// <param name="builder">The options of the context.</param>
    /// <param name="database"><c>sqlite</c> or <c>postgresql</c>.</param>
    /// <param name="connectionString">Where it is.</param>
    public static void Use(DbContextOptionsBuilder builder, string database, string connectionString) => _ = database == "sqlite"
        ? builder.UseSqlite(connectionString)
        : builder.UseNpgsql(connectionString, postgreSql => postgreSql.EnableRetryOnFailure());

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Member>().Property(member => member.Id).ValueGeneratedNever();
        modelBuilder.Entity<Card>().HasOne<Member>().WithMany().HasForeignKey(card => card.MemberId).OnDelete(DeleteBehavior.NoAction);
        modelBuilder.Entity<Visit>().HasOne<Member>().WithMany().HasForeignKey(visit => visit.MemberId).OnDelete(DeleteBehavior.Cascade);
        modelBuilder.UseGdprKit();
    }
}
