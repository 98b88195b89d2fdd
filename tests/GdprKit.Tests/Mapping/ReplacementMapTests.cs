namespace GdprKit.Mapping;

public sealed class ReplacementMapTests : MapTest
{
    [Fact]
    public void A_map_says_what_takes_the_place_of_values()
    {
        var worker = Resolve<Worker>(Map<Worker>(data => data
            .IsSubject(ShopKeys.Employees, w => w.Id)
            .Field(ShopKeys.Name, w => w.Name, w => w.CitizenNumber, w => w.LeftOn)
            .Field(ShopKeys.Name, "HiredAt")
            .ReplacedBy(w => w.Name, "nobody")
            .ReplacedBy(w => w.LeftOn, new DateOnly(2000, 1, 1))
            .ReplacedBy("HiredAt", DateTimeOffset.UnixEpoch)
            .ReplacedByRandomText(w => w.CitizenNumber, "none-", "-")));

        worker.Fields.Select(field => (field.Property.Path.ToString(), field.ReplacedBy)).Should().Equal(
            ("CitizenNumber", new Replacement.PerRow("none-", "-")), ("HiredAt", new Replacement.Constant(DateTimeOffset.UnixEpoch)),
            ("LeftOn", new Replacement.Constant(new DateOnly(2000, 1, 1))), ("Name", new Replacement.Constant("nobody")));
    }

    [Fact]
    public void The_map_of_a_derived_class_prevails()
    {
        var people = Map<Person>(data => data.IsSubject(ShopKeys.Customers, p => p.Id).Field(ShopKeys.Name, p => p.Name).ReplacedBy(p => p.Name, "somebody"));
        var buyers = Map<Buyer>(data => data.ReplacedBy(b => b.Name, "nobody"));

        Resolve<Buyer>(people, buyers).Fields.Single().ReplacedBy.Should().Be(new Replacement.Constant("nobody"));
    }

    [Fact]
    public void What_does_not_fit_is_a_fault()
    {
        var buyers = Map<Buyer>(data => data
            .IsSubject(ShopKeys.Customers, b => b.Id)
            .Field(ShopKeys.Name, b => b.Name, b => b.Former)
            .ReplacedBy("Name", 7)
            .ReplacedBy("Former.City", "-")
            .ReplacedByRandomText(b => b.Name, " "));

        FaultsOf(buyers).Should().Equal(
            $"GDPR4033: Buyer.Former.City cannot be replaced as the map says: it is in a collection. {Remedy}",
            $"GDPR4033: Buyer.Name cannot be replaced as the map says: it is a String, and what would take its place is a Int32. {Remedy}",
            $"GDPR4033: Buyer.Name cannot be replaced as the map says: it is to begin with nothing, or has a character that is no visible one of ASCII. {Remedy}");
    }

    [Fact]
    public void What_is_no_field_is_never_replaced_and_that_is_a_fault()
    {
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Field(ShopKeys.Name, b => b.Email).ReplacedBy(b => b.Name, "-"))).Should().Equal(
            "GDPR4038: Buyer.Name is said to be replaced, but has no category, so that nothing ever replaces it. Classify it as well: Field(category, …).");
    }

    [Fact]
    public void Two_for_one_property_are_a_fault()
    {
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Field(ShopKeys.Name, b => b.Name).ReplacedBy(b => b.Name, "-").ReplacedByRandomText("Name", "anon-"))).Should().Equal(
            "GDPR4019: Buyer: what replaces Name is declared twice. Keep one of the declarations.");
    }

    private const string Remedy =
        "Give a value of its type that fits, ReplacedBy(x => x.Name, \"-\"), one that differs from row to row, ReplacedByRandomText(x => x.Login, \"anon-\"), or leave the call out.";
}
