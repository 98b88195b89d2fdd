using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Club;

/// <summary>A model with every awkward shape.</summary>
public class ClubContext(DbContextOptions options) : DbContext(options)
{
    public const string View = """
        CREATE VIEW MemberListing AS SELECT ClubId, Number, Name_Last AS LastName FROM Party WHERE Discriminator <> 'Donor'
        """;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Party>(party =>
        {
            party.ToTable("Party").HasKey(p => new { p.ClubId, p.Number });
            party.ComplexProperty(p => p.Name);
            party.Property(p => p.Email).HasConversion(email => email.Value, text => new MailAddressText(text)).HasMaxLength(80);
            party.HasIndex(p => p.Email).IsUnique();
            party.HasQueryFilter(p => !p.IsDeleted);
            party.Property<string>("Remark").IsRequired(false);
        });
        modelBuilder.Entity<Member>(member =>
        {
            member.Property(m => m.LeftOn).HasConversion<string>();
            member.OwnsOne(m => m.Home);
            member.OwnsMany(m => m.Former, former =>
            {
                former.ToTable("FormerAddress").Property<string>("MovedBecause").IsRequired(false);
                former.Property<int>("Id");
                former.HasKey("Id");
            });
            member.OwnsOne(m => m.Preferences, preferences => preferences.ToJson());
            member.OwnsMany(m => m.EmergencyContacts, contacts => contacts.ToJson());
        });
        modelBuilder.Entity<HonoraryMember>();
        modelBuilder.Entity<Donor>();
        modelBuilder.Entity<Payment>().HasOne(p => p.Member).WithMany(m => m.Payments).HasForeignKey(p => new { p.ClubId, p.MemberNumber });
        modelBuilder.Entity<PaymentLine>();
        modelBuilder.Entity<Message>();
        modelBuilder.Entity<Account>(account =>
        {
            account.UseTptMappingStrategy().HasKey(a => a.Login);
            account.Property(a => a.Login).UseCollation("NOCASE");
            account.Property(a => a.Role).HasConversion<string>();
        });
        modelBuilder.Entity<AdministratorAccount>();
        modelBuilder.Entity<MemberListing>().ToView("MemberListing").HasNoKey();
        modelBuilder.SharedTypeEntity<Dictionary<string, object>>("Setting", setting =>
        {
            setting.Property<int>("Id");
            setting.Property<string>("Value");
        });
    }
}
