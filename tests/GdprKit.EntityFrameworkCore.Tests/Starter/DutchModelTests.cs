using Winkel;

namespace GdprKit.EntityFrameworkCore.Starter;

public sealed class DutchModelTests
{
    private readonly ProposedCode _winkel = ProposedCode.Of<WinkelContext>();

    [Fact]
    public void Dutch_names_are_read_like_english_ones()
    {
        _winkel.People.Should().Equal("customers", "employees");
        _winkel.Activities.Should().Equal("invoicing", "newsletter", "orders", "sensitive-data", "staff-administration");
        _winkel["KlantMap.cs"].Should()
            .Contain(".Field(WinkelKeys.Name, k => k.Achternaam, k => k.Tussenvoegsel, k => k.Voornaam)")
            .And.Contain(".Field(WinkelKeys.Address, k => k.Huisnummer, k => k.Postcode, k => k.Straat, k => k.Woonplaats)")
            .And.Contain(".Event(WinkelKeys.LastPurchase, k => k.Facturen.Max(f => (DateTime?)f.Factuurdatum), TimeMeaning.ControllerLocal)")
            .And.Contain(".Event(WinkelKeys.SignUp, k => k.AangemaaktOp, TimeMeaning.ControllerLocal)")
            .And.Contain(".AppliesWhen(WinkelKeys.Newsletter, k => k.Nieuwsbrief)");
        _winkel.Uncovered.Should().BeEmpty();
        _winkel.Kept.Should().BeEmpty();
    }

    [Fact]
    public void The_date_of_leaving_ends_employment_and_what_staff_do_is_theirs()
    {
        _winkel["MedewerkerMap.cs"].Should()
            .Contain(".Event(WinkelKeys.EndOfEmployment, m => m.DatumUitDienst)")
            .And.Contain(".BirthDate(m => m.Geboortedatum)");
        _winkel["VerlofMap.cs"].Should()
            .Contain(".BelongsTo(v => v.Medewerker)")
            .And.Contain(".Event(WinkelKeys.EndOfEmployment, v => v.Medewerker.DatumUitDienst)");
    }

    [Fact]
    public void A_row_has_the_dates_of_what_it_belongs_to()
    {
        _winkel["FactuurregelMap.cs"].Should().Contain(".Event(WinkelKeys.Invoice, f => f.Factuur.Factuurdatum, TimeMeaning.ControllerLocal)");
        _winkel["KlantenkaartMap.cs"].Should()
            .Contain(".Event(WinkelKeys.LastPurchase, k => k.Klant.Facturen.Max(f => (DateTime?)f.Factuurdatum), TimeMeaning.ControllerLocal)")
            .And.Contain(".Event(WinkelKeys.SignUp, k => k.Klant.AangemaaktOp, TimeMeaning.ControllerLocal)");
    }

    [Fact]
    public void Each_purchase_has_a_period_of_its_own_that_the_next_one_does_not_renew()
    {
        _winkel["WinkelRegister.cs"].Should().Contain(".Keep(WinkelKeys.OrdersInvoice, keep => keep.OnlyFor(WinkelKeys.Invoices)\n            .For(Period.FromYears(2)).After(WinkelKeys.Invoice))");
    }

    [Fact]
    public void What_the_law_protects_beyond_the_ordinary_is_declared_so()
    {
        _winkel.Register.Categories[Key<DataCategory>.Parse("health")].Sensitivity.Should().Be(DataSensitivity.Special);
        _winkel.Register.Activities.Where(activity => activity.Categories.Contains(Key<DataCategory>.Parse("health"))).Select(activity => activity.Key.ToString()).Should().Equal("sensitive-data");
        _winkel.Register.Categories[Key<DataCategory>.Parse("citizen-number")].Law!.Text.Should().Be("art. 28 Wet op de loonbelasting 1964");
        _winkel.FillIns.Should().Contain("why you may use such data at all, which Art. 9(1) forbids; explicit consent is only one of the exceptions of Art. 9(2).");
    }

    [Fact]
    public void What_no_list_of_words_has_is_to_be_named_in_both_languages()
    {
        _winkel.Register.Categories.Should().OnlyContain(category => category.Label.Languages.Count() == 2);
        _winkel.FillIns.Should().Contain("what this is called, in Dutch and in English; it holds Klantenkaart.Punten.");
    }
}
