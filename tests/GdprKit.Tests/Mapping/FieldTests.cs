using static GdprKit.Mapping.ShopStore;

namespace GdprKit.Mapping;

public sealed class FieldTests : MapTest
{
    [Fact]
    public void A_field_is_named_by_a_property_through_what_is_owned_of_every_item_or_by_its_name()
    {
        var buyer = Resolve<Buyer>(Map<Buyer>(data => data
            .IsSubject(ShopKeys.Customers, b => b.Id)
            .Field(ShopKeys.Name, b => b.Name, b => b.Home.City, b => b.Former.Select(a => a.City))
            .Field(ShopKeys.Purchases, "InternalRemark")));

        buyer.Fields.Select(field => (field.Property.Path.ToString(), field.Category)).Should().Equal(
            ("Former.City", ShopKeys.Name), ("Home.City", ShopKeys.Name), ("InternalRemark", ShopKeys.Purchases), ("Name", ShopKeys.Name));
    }

    [Fact]
    public void What_is_owned_can_be_classified_as_a_whole()
    {
        var buyer = Resolve<Buyer>(Map<Buyer>(data => data
            .IsSubject(ShopKeys.Customers, b => b.Id)
            .Field(ShopKeys.Name, b => b.Home)
            .NotPersonal("streets are public", b => b.Former)));

        buyer.Fields.Select(field => field.Property.Path).Should().Equal(Path("Home.City"), Path("Home.Street"));
        buyer.NotPersonal.Select(left => left.Property).Should().Equal(Path("Former.City"), Path("Former.Street"));
    }

    [Fact]
    public void A_class_may_hold_nothing_personal_and_then_has_no_owner()
    {
        var lines = Resolve<SaleLine>(Map<SaleLine>(data => data.NotPersonal("what was sold", l => l.Article)));

        lines.Owners.Should().BeEmpty();
        lines.NotPersonal.Should().Equal(new NotPersonalMap(Path("Article"), "what was sold"));
    }

    [Fact]
    public void A_property_that_is_not_stored_is_a_fault()
    {
        var buyers = Map<Buyer>(data => data
            .IsSubject(ShopKeys.Customers, b => b.Id)
            .Field(ShopKeys.Name, b => b.Greeting)
            .Field(ShopKeys.Purchases, "InternalRemarks"));

        FaultsOf(buyers).Should().Equal(
            "GDPR4027: Buyer.Greeting is not stored by Shop. Name a property that is stored; what the class computes from others is not.",
            "GDPR4027: Buyer.InternalRemarks is not stored by Shop. Name a property that is stored; did you mean 'InternalRemark'?");
    }

    [Fact]
    public void An_expression_that_computes_something_is_no_property()
    {
        var buyers = Map<Buyer>(data => data
            .IsSubject(ShopKeys.Customers, b => b.Id)
            .Field(ShopKeys.Name, b => b.Name.Trim())
            .NotPersonal("nothing", ""));

        FaultsOf(buyers).Should().HaveCount(2).And.OnlyContain(fault => fault.StartsWith("GDPR4014"))
            .And.Contain(fault => fault.Contains("b.Name.Trim()"));
    }

    [Fact]
    public void A_property_is_classified_once()
    {
        var people = Map<Person>(data => data.Field(ShopKeys.Name, p => p.Name));
        var buyers = Map<Buyer>(data => data
            .IsSubject(ShopKeys.Customers, b => b.Id)
            .Field(ShopKeys.EmailAddress, b => b.Name, b => b.Email)
            .NotPersonal("forgotten", b => b.Email));

        FaultsOf(people, buyers, Workers).Should().Equal(
            "GDPR4018: Buyer.Email is classified twice, as 'email-address' and as not personal. Keep one; a column that holds several kinds of data gets a category of its own.",
            "GDPR4018: Buyer.Name is classified twice, as 'name' and as 'email-address'. Keep one; a column that holds several kinds of data gets a category of its own.");
    }

    [Fact]
    public void Classified_data_that_no_activity_about_these_people_uses_is_a_fault()
    {
        var buyers = Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Field(ShopKeys.SickLeave, b => b.Name));

        FaultsOf(buyers).Should().Equal(
            "GDPR4003: Buyer.Name is classified 'sick-leave', but no activity about 'customers' uses 'sick-leave'. Add it to an activity, or remove the classification.");
    }

    [Fact]
    public void A_role_needs_a_category_and_is_played_once()
    {
        var buyers = Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id)
            .Field(ShopKeys.Name, b => b.Name)
            .Email(b => b.Email)
            .Email(b => b.Name));

        FaultsOf(buyers).Should().Equal(
            "GDPR4019: Buyer: the role EmailAddress is declared twice. Keep one of the declarations.",
            "GDPR4021: Buyer.Email serves as EmailAddress, but has no category. Classify it as well: Field(category, …).");
    }

    [Fact]
    public void All_faults_of_all_maps_are_told_at_once()
    {
        var buyers = Map<Buyer>(data => data
            .IsSubject(Key<SubjectKind>.Parse("customer"), b => b.Id)
            .Field(default, b => b.Name)
            .Field(Key<DataCategory>.Parse("shoe-size"), b => b.Email));
        var again = Map<Buyer>(data => data.NotPersonal(" ", b => b.Home.City));
        var strangers = Map<Uri>(data => data.NotPersonal("an address of a page", u => u.Host));

        FaultsOf(buyers, again, strangers).Should().Equal(
            "GDPR4011: Buyer: the register declares no kind of people 'customer'. Declare it in the register, or did you mean 'customers'?",
            "GDPR4012: Buyer has two maps. Make one of them.",
            "GDPR4011: Buyer.Email: the register declares no category 'shoe-size'. Declare it in the register, or use the key of one that is declared.",
            "GDPR4020: Buyer.Home.City is said not to be personal without a reason. Write the reason, for whoever asks later: NotPersonal(\"key of an employee\", …).",
            "GDPR4010: Buyer.Name: the key of a category is missing. Use a key that the register declares; default is no key.",
            "GDPR4025: Uri has a map, but Shop does not store it. Remove the map. What another entity owns is mapped there: x => x.Address.City.");
    }

    [Fact]
    public void Without_a_store_only_what_the_maps_say_by_themselves_is_checked()
    {
        var map = PersonalDataMap.Create(TestRegisters.Shop(), [Map<Uri>(data => data.IsSubject(ShopKeys.Customers, u => u.Host))], []);

        map.Stores.Should().BeEmpty();
        map.Entities.Single().Entity.Should().Be<Uri>();
    }

    [Fact]
    public void A_class_that_two_stores_keep_is_a_fault()
    {
        var resolving = () => PersonalDataMap.Create(TestRegisters.Shop(), [Buyers], [ShopStore.Description, ShopStore.Description with { Name = "Archive" }]);

        resolving.Should().Throw<InvalidPersonalDataMapException>().Which.Faults.Single().ToString().Should().Be(
            "GDPR4026: Buyer is stored by Archive and by Shop. Let one store keep it, or give the stores classes of their own.");
    }
}
