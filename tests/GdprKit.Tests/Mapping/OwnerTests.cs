using static GdprKit.Mapping.ShopStore;

namespace GdprKit.Mapping;

public sealed class OwnerTests : MapTest
{
    [Fact]
    public void A_row_that_is_a_person_has_the_key_itself()
    {
        Resolve<Buyer>(Buyers).Owners.Should().Equal(new OwnerPath { Kind = ShopKeys.Customers, Key = [Path("Id")] });
    }

    [Fact]
    public void A_foreign_key_that_is_the_key_of_the_person_needs_no_step()
    {
        var sales = Map<Sale>(data => data.BelongsTo(s => s.Buyer));

        Resolve<Sale>(Buyers, sales).Owners.Should().Equal(new OwnerPath { Kind = ShopKeys.Customers, Key = [Path("BuyerId")] });
    }

    [Fact]
    public void A_line_belongs_to_the_customer_of_its_invoice()
    {
        var sales = Map<Sale>(data => data.BelongsTo(s => s.Buyer));
        var lines = Map<SaleLine>(data => data.BelongsTo(l => l.Sale));

        Resolve<SaleLine>(Buyers, sales, lines).Owners.Should().Equal(new OwnerPath
        {
            Kind = ShopKeys.Customers,
            Steps = [new([Path("SaleId")], nameof(Sale), [Path("Id")])],
            Key = [Path("BuyerId")],
        });
    }

    [Fact]
    public void Of_several_entities_of_one_class_a_map_can_be_about_one()
    {
        var tags = Bag("CustomerTag", "BuyerId");
        var settings = Bag("Setting", "Value");
        var store = ShopStore.Description with { Entities = [.. ShopStore.Description.Entities, tags, settings] };
        var map = Map<Dictionary<string, object>>(data => data.StoredAs("CustomerTag").BelongsTo<Buyer>("BuyerId"));

        var resolved = PersonalDataMap.Create(TestRegisters.Shop(), [Buyers, map], [store]).Stores.Single().Entities;

        resolved.Select(entity => entity.ToString()).Should().Contain("CustomerTag").And.NotContain("Setting");
        resolved.Single(entity => entity.ToString() == "CustomerTag").Owners.Should().Equal(new OwnerPath { Kind = ShopKeys.Customers, Key = [Path("BuyerId")] });
    }

    [Fact]
    public void One_of_several_entities_is_named_once_and_must_be_stored()
    {
        FaultsOf(Map<Dictionary<string, object>>(data => data.StoredAs("CustomerTag").StoredAs("Setting"))).Should().Contain(
            "GDPR4019: Setting: StoredAs is declared twice. Keep one of the declarations.");
        FaultsOf(Map<Dictionary<string, object>>(data => data.StoredAs("CustomerTag"))).Should().Equal(
            "GDPR4025: CustomerTag has a map, but Shop does not store it. Remove the map. What another entity owns is mapped there: x => x.Address.City.");
    }

    [Fact]
    public void Several_navigations_in_a_row_need_no_map_in_between()
    {
        var sales = Map<Sale>(data => data.BelongsTo(s => s.Buyer));
        var byMaps = Resolve<SaleLine>(Buyers, sales, Map<SaleLine>(data => data.BelongsTo(l => l.Sale)));
        var byNavigations = Resolve<SaleLine>(Buyers, Map<SaleLine>(data => data.BelongsTo(l => l.Sale.Buyer)));

        byNavigations.Owners.Should().Equal(byMaps.Owners);
    }

    [Fact]
    public void The_key_of_a_person_serves_without_a_navigation()
    {
        var messages = Map<Message>(data => data
            .BelongsTo<Buyer>(m => m.SenderId)
            .BelongsTo<Buyer>("RecipientId"));

        Resolve<Message>(Buyers, messages).Owners.Select(owner => owner.Key.Single()).Should().Equal(Path("SenderId"), Path("RecipientId"));
    }

    [Fact]
    public void A_field_about_one_of_two_people_is_not_about_the_other()
    {
        var messages = Resolve<Message>(Buyers, Map<Message>(data => data
            .BelongsTo<Buyer>(m => m.SenderId)
            .BelongsTo<Buyer>(m => m.RecipientId)
            .FieldOf(m => m.SenderId, ShopKeys.Name, m => m.SenderName)
            .FieldOf(m => m.RecipientId, ShopKeys.Name, m => m.RecipientName)
            .SharedField(ShopKeys.Purchases, "Text")));

        FieldsOf(messages, "SenderId").Should().Equal("SenderName", "Text");
        FieldsOf(messages, "RecipientId").Should().Equal("RecipientName", "Text");
    }

    [Fact]
    public void In_a_row_with_two_people_every_field_says_about_whom_it_is()
    {
        var messages = Map<Message>(data => data
            .BelongsTo<Buyer>(m => m.SenderId)
            .BelongsTo<Buyer>(m => m.RecipientId)
            .Field(ShopKeys.Name, m => m.SenderName)
            .FieldOf(m => m.Text, ShopKeys.Name, m => m.RecipientName));

        FaultsOf(Buyers, messages).Should().Equal(
            "GDPR4017: Message.RecipientName is said to be about 'Text', by which no owner of the row is declared. Use a property that IsSubject or BelongsTo names.",
            "GDPR4016: Message.SenderName does not say about which of the people in the row it is. Call FieldOf(x => x.Sender, category, …) for what is about one of them, SharedField(category, …) for what is about all.");
    }

    [Fact]
    public void What_a_person_s_row_holds_is_about_that_person_and_not_about_whom_it_refers_to()
    {
        var worker = Resolve<Worker>(Map<Worker>(data => data
            .IsSubject(ShopKeys.Employees, w => w.Id)
            .BelongsTo(w => w.Manager)
            .Field(ShopKeys.Name, w => w.Name)));

        worker.Owners.Select(owner => owner.Key.Single()).Should().Equal(Path("Id"), Path("ManagerId"));
        worker.Fields.Single().Whose.Single().Key.Should().Equal(Path("Id"));
    }

    [Fact]
    public void One_table_can_hold_several_kinds_of_people()
    {
        var messages = Resolve<Message>(Map<Message>(data => data
            .IsSubjectWhen(m => m.SenderId > 0, ShopKeys.Customers, m => m.Id)
            .IsSubjectWhen(m => m.SenderId <= 0, ShopKeys.Employees, m => m.Id)
            .Field(ShopKeys.Name, m => m.SenderName)));

        messages.Owners.Select(owner => owner.Kind).Should().Equal(ShopKeys.Customers, ShopKeys.Employees);
        messages.Owners.Should().OnlyContain(owner => owner.Condition != null);
        messages.Fields.Single().Whose.Should().Equal(messages.Owners);
    }

    [Fact]
    public void A_map_of_a_base_class_counts_for_every_class_derived_from_it()
    {
        var people = Map<Person>(data => data.Field(ShopKeys.Name, p => p.Name));
        var map = Resolve(people, Buyers, Workers);

        map.Stores.Single().Entities.Select(entity => (entity.ToString(), entity.Fields.Single().Whose.Single().Kind))
            .Should().Equal((nameof(Buyer), ShopKeys.Customers), (nameof(Worker), ShopKeys.Employees));
    }

    [Fact]
    public void A_row_that_leads_to_a_base_class_belongs_to_people_of_every_derived_kind()
    {
        var messages = Map<Message>(data => data.BelongsTo<Person>(m => m.SenderId));

        Resolve<Message>(Buyers, Workers, messages).Owners.Select(owner => (owner.Kind, owner.Steps.Single().Entity))
            .Should().Equal((ShopKeys.Customers, nameof(Buyer)), (ShopKeys.Employees, nameof(Worker)));
    }

    [Fact]
    public void Personal_data_without_an_owner_is_a_fault()
    {
        FaultsOf(Map<Sale>(data => data.Field(ShopKeys.Purchases, s => s.Remark))).Should().Equal(
            "GDPR4015: Sale holds personal data, and nothing says of whom. Call IsSubject(kind, key) when the row is the person, or BelongsTo(x => x.Customer) when it belongs to one.");
    }

    [Fact]
    public void An_owner_that_leads_to_no_person_is_a_fault()
    {
        var sales = Map<Sale>(data => data.BelongsTo(s => s.Buyer).BelongsTo(s => s.Remark));

        FaultsOf(sales).Should().Equal(
            "GDPR4029: Sale.Buyer leads to Buyer, which leads to no person. Add a map of Buyer that calls IsSubject or BelongsTo.",
            "GDPR4028: Sale.Remark does not lead to an entity of Shop. Name a navigation of the model, or call BelongsTo<TOwner>(x => x.OwnerId) with the properties that hold the owner's key.");
    }

    [Fact]
    public void Rows_that_belong_to_each_other_belong_to_nobody()
    {
        var sales = Map<Sale>(data => data.BelongsTo(s => s.Buyer));
        var buyers = Map<Buyer>(data => data.BelongsTo(b => b.Sales));

        FaultsOf(sales, buyers).Should().OnlyContain(fault => fault.StartsWith("GDPR4029"));
    }

    [Fact]
    public void A_foreign_key_that_does_not_fit_the_key_of_its_owner_is_a_fault()
    {
        var messages = Map<Message>(data => data.BelongsTo<Buyer>(m => m.SenderId, m => m.Text));

        FaultsOf(Buyers, messages).Should().Equal(
            "GDPR4030: Message.SenderId is to hold the key of Buyer, which is (Int32), and holds (Int32, String). Name the properties that hold that key, in the same order.");
    }

    private static IEnumerable<string> FieldsOf(StoreEntity entity, string key) =>
        entity.FieldsOf(entity.Owners.Single(owner => owner.Key.Contains(Path(key)))).Select(field => field.Property.Path.ToString());

    private static EntityDescription Bag(string name, string property) => new()
    {
        Name = name,
        Type = typeof(Dictionary<string, object>),
        Key = [Path("Id")],
        Properties = [new() { Path = Path("Id"), Type = typeof(int), DeclaredBy = name }, new() { Path = Path(property), Type = typeof(int), DeclaredBy = name }],
    };
}
