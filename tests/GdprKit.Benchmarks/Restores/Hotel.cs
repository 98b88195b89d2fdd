using GdprKit.Benchmarks.Databases;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Restores;

/// <summary>A hotel: most guests go whole with their stays, and of who has a bill the row stays without name and address.</summary>
internal static class Hotel
{
    public static readonly Key<SubjectKind> Guests = Key<SubjectKind>.Parse("guests");
    public static readonly Key<DataCategory> Name = Key<DataCategory>.Parse("name");
    public static readonly Key<DataCategory> Email = Key<DataCategory>.Parse("email-address");
    public static readonly Key<DataCategory> Wishes = Key<DataCategory>.Parse("wishes");
    public static readonly Key<DataCategory> Address = Key<DataCategory>.Parse("address");
    public static readonly Key<RetentionEvent> Stayed = Key<RetentionEvent>.Parse("stay");
    public static readonly Key<RetentionEvent> Billed = Key<RetentionEvent>.Parse("bill");
    public static readonly Key<ProcessingActivity> Staying = Key<ProcessingActivity>.Parse("staying");
    public static readonly Key<ProcessingActivity> Billing = Key<ProcessingActivity>.Parse("billing");
    public static readonly Operator Owner = Operator.Parse("staff-1");
    public static readonly Instant Now = Instant.FromUtc(2026, 7, 1, 10, 0);

    /// <summary>What a process that just started has; the mirror and the keys lie in a folder.</summary>
    public static ServiceProvider Start(BenchmarkDatabase database, HotelFiles files) => new ServiceCollection()
        .AddDbContext<HotelContext>(database.Use)
        .AddSingleton<IClock>(new FakeClock(Now))
        .AddGdprKit(gdpr => gdpr
            .UseRegister(Register())
            .AddMap<Guest>(data => data.IsSubject(Guests, guest => guest.Id)
                .Field(Name, guest => guest.Name).Field(Email, guest => guest.Email)
                .Arrived(guest => guest.ArrivedAt, TimeMeaning.ControllerLocal).Event(Stayed, guest => guest.ArrivedAt, TimeMeaning.ControllerLocal))
            .AddMap<Stay>(data => data.BelongsTo(stay => stay.Guest).Field(Wishes, stay => stay.Wishes).Event(Stayed, stay => stay.At, TimeMeaning.ControllerLocal))
            .AddMap<Bill>(data => data.BelongsTo(bill => bill.Guest).Field(Address, bill => bill.Address).Event(Billed, bill => bill.At, TimeMeaning.ControllerLocal))
            .UseEntityFrameworkCore<HotelContext>()
            .UseLedgerMirror(files.Mirror)
            .UseKeyRingFile(files.Keys)
            // Writing the file anew at the end takes as long as the file is large, whoever does it.
            .ConfigureRetentionRuns(runs => runs.CompactsAfterwards = false))
        .BuildServiceProvider();

    private static ProcessingRegister Register() => ProcessingRegister.Create(register => register
        .Controller(controller => controller.Name("Voorbeeld B.V.").Country("NL").Contact(email: "info@voorbeeld.example"))
        .People(Guests, nl: "gasten", en: "guests")
        .Category(Name, nl: "naam", en: "name")
        .Category(Email, nl: "e-mailadres", en: "e-mail address")
        .Category(Wishes, nl: "wensen", en: "wishes")
        .Category(Address, nl: "adres", en: "address")
        .Event(Stayed, nl: "je verblijf", en: "your stay")
        .Event(Billed, nl: "de rekening", en: "the bill")
        .Activity(Staying, staying => staying
            .Name(nl: "Verblijf", en: "Stays").Purpose(nl: "Wij ontvangen gasten.", en: "We receive guests.").OnContract()
            .About(Guests).Uses(Name, Email, Wishes)
            .Keep(keep => keep.For(Period.FromYears(20)).After(Stayed)))
        .Activity(Billing, billing => billing
            .Name(nl: "Rekeningen", en: "Bills").Purpose(nl: "De belasting vraagt het.", en: "Tax law asks for it.").OnLegalObligation("art. 52 AWR", "NL")
            .About(Guests).Uses(Address)
            .Keep(keep => keep.For(Period.FromYears(7)).AfterEndOfFinancialYearOf(Billed).Statute("art. 52 lid 4 AWR", "NL"))));
}
