using Microsoft.EntityFrameworkCore;

namespace Sakila;

/// <summary>Sakila, with one of its views.</summary>
public sealed class SakilaContext(DbContextOptions<SakilaContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Film>().HasOne(f => f.Language).WithMany(l => l.FilmLanguages).HasForeignKey(f => f.LanguageId);
        modelBuilder.Entity<Film>().HasOne(f => f.OriginalLanguage).WithMany(l => l.FilmOriginalLanguages).HasForeignKey(f => f.OriginalLanguageId);
        modelBuilder.Entity<FilmActor>().HasKey(a => new { a.ActorId, a.FilmId });
        modelBuilder.Entity<FilmCategory>().HasKey(c => new { c.FilmId, c.CategoryId });
        modelBuilder.Entity<FilmText>().HasKey(t => t.FilmId);
        modelBuilder.Entity<Payment>();
        modelBuilder.Entity<Store>().HasOne(s => s.ManagerStaff).WithOne().HasForeignKey<Store>(s => s.ManagerStaffId);
        modelBuilder.Entity<Staff>().HasOne(s => s.Store).WithMany(s => s.Staff).HasForeignKey(s => s.StoreId);
        modelBuilder.Entity<CustomerList>().HasNoKey().ToView("customer_list");
    }
}
