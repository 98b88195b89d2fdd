using static GdprKit.Conformance.DomainKeys;

namespace GdprKit.Conformance;

/// <summary>A register that declares just what the maps of the domain name.</summary>
internal static class DomainRegister
{
    private static readonly Key<RetentionEvent>[] Events =
        [Left, LastOrder, Placed, Paid, Visited, Day, DayWithTime, WallClock, Utc, Offset, Moment];

    public static ProcessingRegister Create() => ProcessingRegister.Create(register =>
    {
        register.Languages(Language.English)
            .Controller(controller => controller.Name("Conformance").Country("NL").Contact(email: "nobody@example.nl"))
            .People(People, "people", "people")
            .People(Staff, "staff", "staff")
            .Category(Name, "name", "name")
            .Category(Contact, "contact", "contact")
            .Category(Remarks, "remarks", "remarks")
            .Security("None.", "None.")
            .Activity(Everything, activity => activity
                .Name("Everything", "Everything")
                .Purpose("To be tested.", "To be tested.")
                .OnContract()
                .About(People, Staff).Uses(Name, Contact, Remarks)
                .Keep(keep => keep.For(NodaTime.Period.FromYears(1)).After(Left)));
        foreach (var happened in Events)
        {
            register.Event(happened, happened.ToString(), happened.ToString());
        }
    });
}
