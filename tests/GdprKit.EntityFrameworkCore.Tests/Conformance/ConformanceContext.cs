using GdprKit.Conformance;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Conformance;

/// <summary>The domain of the suites as a host would map it, with a filter on what is hidden.</summary>
public abstract class ConformanceContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseGdprKit();
        modelBuilder.Entity<Household>().Property(h => h.Id).ValueGeneratedNever();
        modelBuilder.Entity<Person>(person =>
        {
            person.HasKey(p => p.Code);
            person.OwnsOne(p => p.Home);
            person.HasOne<Household>().WithMany(h => h.Residents).HasForeignKey(p => p.HouseholdId);
            person.HasQueryFilter(p => !p.IsHidden);
        });
        modelBuilder.Entity<Member>();
        modelBuilder.Entity<Order>(order =>
        {
            order.Property(o => o.Id).ValueGeneratedNever();
            order.HasOne(o => o.Person).WithMany(p => p.Orders).HasForeignKey(o => o.PersonCode);
            order.HasQueryFilter(o => !o.IsHidden);
        });
        modelBuilder.Entity<OrderLine>().HasKey(l => new { l.OrderId, l.Number });
        modelBuilder.Entity<Message>(message =>
        {
            message.Property(m => m.Id).ValueGeneratedNever();
            message.HasOne<Person>().WithMany().HasForeignKey(m => m.SenderCode);
            message.HasOne<Person>().WithMany().HasForeignKey(m => m.RecipientCode);
        });
        modelBuilder.Entity<Account>(account =>
        {
            account.HasKey(a => new { a.Branch, a.Number });
            account.HasIndex(a => a.Login).IsUnique();
            account.HasMany(a => a.Sessions).WithOne(s => s.Account).HasForeignKey(s => new { s.AccountBranch, s.AccountNumber });
        });
        modelBuilder.Entity<Session>().Property(s => s.Id).ValueGeneratedNever();
        modelBuilder.Entity<AddressBook>().OwnsMany(b => b.Phones, phone =>
        {
            phone.Property<int>("Id");
            phone.HasKey("Id");
        });
        modelBuilder.Entity<CalendarEntry>(entry =>
        {
            entry.Property(c => c.Day).HasConversion(day => day!.Value.ToDateOnly(), day => LocalDate.FromDateOnly(day));
            entry.Property(c => c.WallClock).HasConversion(time => time!.Value.ToDateTimeUnspecified(), time => LocalDateTime.FromDateTime(time));
            entry.Property(c => c.Moment).HasConversion(moment => moment!.Value.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));
        });
        Refer<AddressBook>(modelBuilder);
        Refer<Appointment>(modelBuilder);
        Refer<CalendarEntry>(modelBuilder);
        Refer<Visit>(modelBuilder);
    }

    private static void Refer<T>(ModelBuilder modelBuilder)
        where T : class => modelBuilder.Entity<T>(entity =>
        {
            entity.Property("Id").ValueGeneratedNever();
            entity.HasOne(typeof(Person)).WithMany().HasForeignKey("PersonCode");
        });
}
