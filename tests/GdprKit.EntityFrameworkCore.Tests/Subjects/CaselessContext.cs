using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>A host whose people have keys in which the database leaves out the case: by the type citext on PostgreSQL, by a collation on SQLite.</summary>
public sealed class CaselessContext(DbContextOptions<CaselessContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseGdprKit();
        modelBuilder.Entity<Reader>(reader =>
        {
            reader.HasKey(r => r.Code);
            reader.Ignore(r => r.Mail);
        });
        modelBuilder.Entity<Loan>(loan =>
        {
            loan.Property(l => l.Id).ValueGeneratedNever();
            loan.HasOne<Reader>().WithMany().HasForeignKey(l => l.ReaderCode);
            loan.HasMany(l => l.Fines).WithOne().HasForeignKey(f => f.LoanId);
        });
        modelBuilder.Entity<Fine>().Property(fine => fine.Id).ValueGeneratedNever();
        modelBuilder.Entity<Card>(card =>
        {
            card.HasKey(c => c.ReaderCode);
            card.HasOne<Reader>().WithOne().HasForeignKey<Card>(c => c.ReaderCode);
        });
        modelBuilder.Entity<Stamp>(stamp =>
        {
            stamp.Property(s => s.Id).ValueGeneratedNever();
            stamp.HasOne<Card>().WithMany().HasForeignKey(s => s.CardCode);
        });
        if (Database.IsSqlite())
        {
            // As SQLite does: of a reference it asks the collation of the key.
            modelBuilder.Entity<Reader>().Property(reader => reader.Code).UseCollation("NOCASE");
            modelBuilder.Entity<Card>().Property(card => card.ReaderCode).UseCollation("NOCASE");
            return;
        }

        modelBuilder.HasPostgresExtension("citext");
        modelBuilder.Entity<Reader>().Property(reader => reader.Code).HasColumnType("citext");
        modelBuilder.Entity<Loan>().Property(loan => loan.ReaderCode).HasColumnType("citext");
        modelBuilder.Entity<Card>().Property(card => card.ReaderCode).HasColumnType("citext");
        modelBuilder.Entity<Stamp>().Property(stamp => stamp.CardCode).HasColumnType("citext");
    }
}

public sealed class Loan
{
    public int Id { get; set; }

    public string? ReaderCode { get; set; }

    public string Title { get; set; } = "";

    public DateOnly? LentOn { get; set; }

    public ICollection<Fine> Fines { get; } = [];
}

public sealed class Fine
{
    public int Id { get; set; }

    public int LoanId { get; set; }

    public decimal Amount { get; set; }
}

/// <summary>Known by the key of its reader, as is whatever refers to it.</summary>
public sealed class Card
{
    public string ReaderCode { get; set; } = "";

    public string Colour { get; set; } = "";
}

public sealed class Stamp
{
    public int Id { get; set; }

    public string CardCode { get; set; } = "";

    public string Text { get; set; } = "";
}
