using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Guild;

/// <summary>Users as ASP.NET Core Identity has them, and entities that have no class of their own.</summary>
internal sealed class GuildContext(DbContextOptions<GuildContext> options) : DbContext(options)
{
    public const string Guests = "Guests";

    public const string Parcels = "Parcels";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<GuildUser>().HasMany(u => u.Crafts).WithMany(c => c.Masters);
        modelBuilder.Entity<Fee>(fee =>
        {
            fee.UseTpcMappingStrategy().Property(f => f.Id).ValueGeneratedNever();
            fee.HasOne<GuildUser>().WithMany().HasForeignKey(f => f.UserId);
        });
        modelBuilder.Entity<EntryFee>();
        modelBuilder.Entity<YearlyFee>();
        modelBuilder.Entity<GateEntry>().ToTable("gate").HasNoKey();
        modelBuilder.SharedTypeEntity<Dictionary<string, object>>(Guests, guest =>
        {
            guest.IndexerProperty<int>("Id");
            guest.IndexerProperty<string>("Email");
        });
        modelBuilder.SharedTypeEntity<Dictionary<string, object>>(Parcels, parcel =>
        {
            parcel.IndexerProperty<int>("Id");
            parcel.IndexerProperty<string>("UserId");
            parcel.HasOne(typeof(GuildUser)).WithMany().HasForeignKey("UserId");
        });
    }
}
