using System.Text.Json.Nodes;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class RegisterDiffTests
{
    private static readonly ProcessingRegister Complete = ProcessingRegister.FromJson(ChangeExamples.Base);

    [Fact]
    public void A_register_does_not_differ_from_itself()
    {
        var diff = RegisterDiff.Between(TestRegisters.Shop(), TestRegisters.Shop());

        diff.IsEmpty.Should().BeTrue();
        diff.IsMaterial.Should().BeFalse();
        diff.Changes.Should().BeEmpty();
    }

    [Fact]
    public void Every_example_changes_something()
    {
        ChangeExamples.All.Where(example => example.Diff.IsEmpty).Select(example => example.What).Should().BeEmpty();
    }

    [Fact]
    public void Changes_are_ordered_by_their_path_and_what_went_comes_first()
    {
        var changes = RegisterDiff.Between(Complete, TestRegisters.Shop()).Changes;

        changes.Should().HaveCountGreaterThan(30);
        changes.Select(change => change.Path).Should().BeInAscendingOrder(StringComparer.Ordinal);
        changes.GroupBy(change => change.Path).Should().OnlyContain(same => same.Select(change => change is RegisterChange.Removed).SequenceEqual(
            same.Select(change => change is RegisterChange.Removed).OrderDescending()));
    }

    [Fact]
    public void A_path_points_into_the_later_register_and_for_what_went_into_the_earlier_one()
    {
        var after = TestRegisters.Shop();
        var (earlier, later) = (JsonNode.Parse(Complete.ToCanonicalJson())!, JsonNode.Parse(after.ToCanonicalJson())!);

        foreach (var change in RegisterDiff.Between(Complete, after).Changes.Where(change => change is RegisterChange.Added or RegisterChange.Removed))
        {
            (change is RegisterChange.Removed ? earlier : later).At(change.Path).Should().NotBeNull(change.ToString());
        }
    }

    [Fact]
    public void One_material_change_among_corrections_makes_the_whole_material()
    {
        var corrected = Complete.With("/people/customers/label/en", "\"buyers\"");
        var widened = corrected.With("/activities/orders/marketing", """["post"]""");

        RegisterDiff.Between(Complete, corrected).IsMaterial.Should().BeFalse();
        RegisterDiff.Between(Complete, widened).IsMaterial.Should().BeTrue();
    }

    [Fact]
    public void A_change_of_basis_tells_what_comes_with_it_once()
    {
        // Only who has an interest can rely on the rule for existing customers.
        var before = Complete.Without("/activities/fraud/softOptIn");
        var after = before.With("/activities/fraud/basis", """{ "type": "contract" }""");

        RegisterDiff.Between(before, after).Changes.Should().ContainSingle().Which.Element.Should().Be(RegisterElement.LawfulBasis);
    }

    [Fact]
    public void What_only_the_file_says_otherwise_is_no_change()
    {
        var before = Complete.With("/controller/contact/address/country", "\"NL\"");
        var after = before.With("/controller/country", "\"BE\"").With("/controller/contact/address/country", "\"NL\"");

        // An address in the controller's country is written without it: the file changed there, the address did not.
        RegisterDiff.Between(before, after).Changes.Select(change => change.Path).Should().Equal("/controller/country");
    }

    [Fact]
    public void An_item_that_moves_up_in_its_list_did_not_change()
    {
        var after = Complete.Without("/recipients/cloud/transfers/0").Without("/activities/newsletter/marketing/0");

        RegisterDiff.Between(Complete, after).Changes.Should().OnlyContain(change => change is RegisterChange.Removed).And.HaveCount(2);
    }

    [Fact]
    public void Two_transfers_to_one_country_are_told_apart()
    {
        var clauses = """{ "country": "US", "safeguard": { "type": "bindingCorporateRules", "copy": { "en": "from us", "nl": "bij ons" } }, "assessment": "TIA-6" }""";
        var twice = Complete.Edited(file => file.At("/recipients/cloud/transfers")!.AsArray().Add(JsonNode.Parse(clauses)));

        var change = RegisterDiff.Between(Complete, twice).Changes.OfType<RegisterChange.Added>().Should().ContainSingle().Subject;

        change.Element.Should().Be(RegisterElement.Transfer);
    }

    [Fact]
    public void A_language_that_the_register_lacks_is_told_in_the_one_it_has()
    {
        var dutch = ProcessingRegister.Create(register => register
            .Languages(Language.Dutch)
            .Controller(controller => controller.Name("Voorbeeldvereniging").Country("NL").Contact(email: "info@example.nl"))
            .People(Customers, "leden")
            .Category(Name, "naam")
            .Event(LastPurchase, "het einde van je lidmaatschap")
            .Activity(Orders, activity => activity
                .Name("Ledenlijst").Purpose("Wij houden bij wie lid is.").OnContract().About(Customers).Uses(Name)
                .Keep(keep => keep.For(Period.FromYears(1)).After(LastPurchase))));
        var longer = dutch.With("/activities/orders/retention/orders/after/period", "\"P2Y\"");

        RegisterDiff.Between(dutch, longer).Changes.Should().ContainSingle().Which.In(Language.English).Should().Be(
            "The retention period of ‘Ledenlijst’ is longer: kept until 2 years after het einde van je lidmaatschap. Before: kept until 1 year after het einde van je lidmaatschap.");
    }

    [Fact]
    public void Changes_compare_by_value()
    {
        var after = Complete.With("/controller/name", "\"Andere Winkel B.V.\"");

        RegisterDiff.Between(Complete, after).Changes.Should().Equal(RegisterDiff.Between(Complete, after).Changes);
    }
}
