using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>A host on PostgreSQL whose people have keys in which the database leaves out the case.</summary>
public sealed class CaselessContext(DbContextOptions<CaselessContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseGdprKit();
        modelBuilder.HasPostgresExtension("citext");
        modelBuilder.Entity<Reader>().HasKey(reader => reader.Code);
        modelBuilder.Entity<Reader>().Property(reader => reader.Code).HasColumnType("citext");
    }
}
