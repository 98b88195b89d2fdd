using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace GdprKit.EntityFrameworkCore.Indexes;

/// <summary>An inn whose database was made by somebody who thought of no index.</summary>
public sealed class InnContext(DbContextOptions<InnContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Guest>().ToTable("Guest");
        modelBuilder.Entity<Guest>().HasMany(g => g.Clubs).WithMany(c => c.Guests).UsingEntity("Membership");
        modelBuilder.Entity<Stay>().ToTable("Stay");
        modelBuilder.Entity<Extra>().ToTable("Extra");
        modelBuilder.Entity<Club>().ToTable("Club");
        modelBuilder.Entity<Room>().ToTable("Room").HasKey(r => new { r.InnId, r.Number });
        modelBuilder.Entity<Room>().HasIndex(r => new { r.EmptiedAt, r.Tenant }, "Emptied");
        modelBuilder.Entity<Complaint>(complaint =>
        {
            complaint.ToTable("Complaint", "front \"desk\"");
            complaint.HasOne(c => c.Room).WithMany().HasForeignKey(c => new { c.InnId, c.RoomNumber });
        });
        modelBuilder.Entity<Voucher>().ToTable("Voucher");
        modelBuilder.Entity<GiftVoucher>().Property(g => g.SpentAt).HasColumnName("spent at");
        modelBuilder.Entity<Invitation>().UseTptMappingStrategy().ToTable("Invitation");
        modelBuilder.Entity<Wedding>().ToTable("Wedding");
        modelBuilder.Entity<Mail>().UseTpcMappingStrategy();
        modelBuilder.Entity<Letter>().ToTable("Letter").Property(l => l.Id).ValueGeneratedNever();
        modelBuilder.Entity<Card>().ToTable("Card");
        modelBuilder.Entity<Listing>().ToView("Listing").HasNoKey();
        modelBuilder.Entity<Overview>().ToTable("Overview", table => table.ExcludeFromMigrations());
        if (Database.IsNpgsql())
        {
            foreach (var time in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.ClrType == typeof(DateTime) || property.ClrType == typeof(DateTime?)))
            {
                time.SetColumnType("timestamp without time zone");
            }
        }
    }
}
