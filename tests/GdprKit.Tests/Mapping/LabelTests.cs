namespace GdprKit.Mapping;

public sealed class LabelTests : MapTest
{
    [Fact]
    public void A_map_says_what_people_call_its_rows()
    {
        Resolve<Sale>(Buyers, Map<Sale>(data => data.BelongsTo(sale => sale.Buyer).Called(nl: "verkopen", en: "sales")))
            .Label!.ToString().Should().Be("en: sales; nl: verkopen");
    }

    [Fact]
    public void Rows_of_a_derived_class_are_called_after_their_own_map_before_that_of_the_base()
    {
        var people = Map<Person>(data => data.Called("mensen", "people"));

        Resolve<Worker>(people, Map<Worker>(data => data.IsSubject(ShopKeys.Employees, w => w.Id).Called("collega's", "colleagues"))).Label![Language.English].Should().Be("colleagues");
        Resolve<Worker>(people, Workers).Label![Language.English].Should().Be("people");
        Resolve<Worker>(Workers).Label.Should().BeNull();
    }

    [Fact]
    public void A_label_that_is_empty_or_given_twice_is_a_fault()
    {
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Called("kopers", " "))).Should().ContainSingle().Which.Should().StartWith("GDPR4032: Buyer");
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Called(LocalizedText.Empty))).Should().ContainSingle().Which.Should().StartWith("GDPR4032");
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Called("kopers", "buyers").Called("klanten", "customers")))
            .Should().ContainSingle().Which.Should().StartWith("GDPR4019: Buyer: Called");
    }
}
