using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Library;

public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public DbSet<Reader> Readers => Set<Reader>();

    public DbSet<Loan> Loans => Set<Loan>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Reader>().HasOne(r => r.Mentor).WithMany().HasForeignKey(r => r.MentorId);
        modelBuilder.Entity<LoanItem>();
        if (Database.IsNpgsql())
        {
            // A model of two minds: half of its dates are moments, half are what the clock said.
            modelBuilder.Entity<Reader>().Property(r => r.LastSeen).HasColumnType("timestamp without time zone");
            modelBuilder.Entity<Loan>().Property(l => l.ReturnedAt).HasColumnType("timestamp");
        }
    }
}
