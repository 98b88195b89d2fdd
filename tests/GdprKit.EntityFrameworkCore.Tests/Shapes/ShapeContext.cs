using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Shapes;

internal sealed class ShapeContext(DbContextOptions<ShapeContext> options) : DbContext(options)
{
    private static readonly string[] Words = ["low", "high"];

    private static readonly DateOnly FirstDay = new(1990, 1, 1);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Patient>(patient =>
        {
            patient.ToTable("patient").HasKey(p => p.Code);
            patient.Property(p => p.Code).HasConversion(code => code.Text, text => new PatientCode(text));
            patient.Property(p => p.Urgency).HasConversion(urgency => Array.IndexOf(Words, urgency!.Word), number => new Urgency(Words[number]));
            patient.Property(p => p.SeenOn).HasConversion(day => day!.Value.DayNumber - FirstDay.DayNumber, number => FirstDay.AddDays(number));
            patient.OwnsOne(p => p.Contact, contact =>
            {
                contact.ToJson();
                contact.OwnsOne(c => c.Place);
            });
            patient.OwnsMany(p => p.Visits, visit => visit.ToJson());
            patient.OwnsMany(p => p.Aliases, alias =>
            {
                alias.ToTable("alias").Property<int>("Id");
                alias.HasKey("Id");
            });
        });
        modelBuilder.Entity<Bill>(bill =>
        {
            bill.Property(b => b.Id).ValueGeneratedNever();
            bill.Property(b => b.PatientCode).HasConversion(code => code.Text, text => new PatientCode(text));
            bill.HasOne<Patient>().WithMany().HasForeignKey(b => b.PatientCode);
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsNpgsql())
        {
            configurationBuilder.Properties<DateTime>().HaveColumnType("timestamp without time zone");
        }
    }
}
