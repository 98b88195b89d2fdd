using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GdprKit.EntityFrameworkCore.Columns;

/// <summary>A host with one date, in a column as the host likes it.</summary>
internal sealed class ColumnContext<T>(DbContextOptions options, Action<PropertyBuilder<T?>> configure) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Dated<T>>(dated =>
    {
        dated.ToTable("dated").Property(d => d.Id).ValueGeneratedNever();
        configure(dated.Property(d => d.At));
    });
}
