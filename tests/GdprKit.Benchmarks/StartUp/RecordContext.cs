using Microsoft.EntityFrameworkCore;

namespace GdprKit.Benchmarks.StartUp;

public sealed class RecordContext(DbContextOptions<RecordContext> options) : DbContext(options)
{
    internal static int Entities { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var (type, _) in RecordTypes.All.Take(Entities))
        {
            modelBuilder.Entity(type).ToTable($"{type.GenericTypeArguments[0].Name}{type.GenericTypeArguments[1].Name}");
        }
    }
}
