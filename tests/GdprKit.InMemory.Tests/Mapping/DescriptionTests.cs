using GdprKit.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.InMemory.Mapping;

/// <summary>What is found out about classes, and what is wrong with what a host says of them.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public void Properties_are_found_with_their_types_and_what_objects_own_is_flattened()
    {
        var guest = Describe(memory => memory.Keep<Guest>([]).Keep<Stay>([])).Entities.Single(entity => entity.Type == typeof(Guest));

        guest.Properties.Select(property => $"{property.Path} {property.Type.Name}{(property.IsNullable ? "?" : "")}{(property.IsCollection ? " many" : "")}").Should().Equal(
            "Former.City String many",
            "Former.Since Nullable`1? many",
            "Home.City String?",
            "Home.Since Nullable`1?",
            "Id Guid",
            "Name String",
            "Nickname String?",
            "Tags List`1",
            "Website Uri?");
        guest.Key.Should().Equal(PropertyPath.Parse("Id"));
    }

    [Fact]
    public void Length_marks_and_uniqueness_are_told()
    {
        var guest = Describe(memory => memory.Keep<Guest>([], each => each.Unique(g => g.Name))).Entities.Single();

        var name = guest.Properties.Single(property => property.Path.ToString() == "Name");
        name.MaxLength.Should().Be(40);
        name.Marks.Should().Equal("[PersonalData]");
        name.IsUnique.Should().BeTrue();
        guest.Properties.Single(property => property.Path.ToString() == "Nickname").IsUnique.Should().BeFalse();
        guest.Properties.Single(property => property.Path.ToString() == "Id").IsUnique.Should().BeTrue();
    }

    [Fact]
    public void A_key_is_known_by_the_name_of_its_class_also_in_what_derives_from_it()
    {
        var description = Describe(memory => memory.Keep<Stay>([]).Keep<LongStay>([]));

        description.Entities.Select(entity => $"{entity.Type.Name}: {entity.Key[0]}").Should().BeEquivalentTo("Stay: StayId", "LongStay: StayId");
        var longStay = description.Entities.Single(entity => entity.Type == typeof(LongStay));
        longStay.Base.Should().Be(typeof(Stay).FullName);
        longStay.Properties.Single(property => property.Path.ToString() == "StayId").DeclaredBy.Should().Be(typeof(Stay).FullName);
        longStay.Properties.Single(property => property.Path.ToString() == "Discount").DeclaredBy.Should().Be(typeof(LongStay).FullName);
    }

    [Fact]
    public void A_reference_is_inherited_and_told_from_both_ends()
    {
        var description = Describe(memory => memory
            .Keep<Guest>([])
            .Keep<Stay>([], stay => stay.References<Guest>(s => s.GuestId, s => s.Guest, g => g.Stays))
            .Keep<LongStay>([]));

        description.Entities.Single(entity => entity.Type == typeof(LongStay)).References.Should().Equal(new ReferenceDescription(
            PropertyPath.Parse("Guest"), [PropertyPath.Parse("GuestId")], typeof(Guest).FullName!, [PropertyPath.Parse("Id")], IsForeignKey: true));
        description.Entities.Single(entity => entity.Type == typeof(Guest)).References.Should().Equal(new ReferenceDescription(
            PropertyPath.Parse("Stays"), [PropertyPath.Parse("Id")], typeof(Stay).FullName!, [PropertyPath.Parse("GuestId")], IsForeignKey: false));
    }

    [Fact]
    public void A_class_that_is_kept_again_is_kept_anew_and_a_second_call_adds()
    {
        var description = Describe(memory => memory.Keep<Guest>([], guest => guest.Key(g => g.Name)), memory => memory.Keep<Guest>([]).Keep<Stay>([]));

        description.Entities.Select(entity => entity.Type).Should().BeEquivalentTo([typeof(Guest), typeof(Stay)]);
        description.Entities.Single(entity => entity.Type == typeof(Guest)).Key.Should().Equal(PropertyPath.Parse("Id"));
    }

    [Fact]
    public void A_reference_to_a_class_that_is_not_kept_is_refused()
    {
        var describing = () => Describe(memory => memory.Keep<Stay>([], stay => stay.References<Guest>(s => s.GuestId)));

        describing.Should().Throw<InvalidOperationException>().WithMessage(
            "GDPR1092: Stay is to hold the key of Guest, which is not kept or has another number of properties in its key. Call Keep<Guest>(…) with its Key(…), and name as many properties, in the same order.");
    }

    [Fact]
    public void An_expression_that_names_no_property_is_refused()
    {
        var describing = () => Describe(memory => memory.Keep<Guest>([], guest => guest.Key(g => g.Name.ToUpperInvariant())));

        describing.Should().Throw<ArgumentException>().WithMessage(
            "GDPR1091: 'g => g.Name.ToUpperInvariant()' names no property. Name one, c => c.Id, or several, c => new { c.TenantId, c.Number }.*");
    }

    [Fact]
    public async Task Collections_can_be_services_of_the_host()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new List<Guest> { new() { Name = "Ann" } });
        services.AddGdprKit().UseInMemory((provider, memory) => memory.Keep(provider.GetRequiredService<List<Guest>>()));
        var store = services.BuildServiceProvider().GetRequiredService<IPersonalDataStore>();
        var entity = new StoreEntity
        {
            Description = store.Describe(TestContext.Current.CancellationToken).Entities.Single(),
            Owners = [],
            Fields = [],
            Events = [],
            Roles = [],
            NotPersonal = [],
        };

        (await store.CountAsync(entity, RowCondition.Always, [], TestContext.Current.CancellationToken)).Should().Equal(1);
    }

    private static StoreDescription Describe(params Action<InMemoryStoreBuilder>[] calls)
    {
        var gdpr = new ServiceCollection().AddGdprKit();
        foreach (var call in calls)
        {
            gdpr.UseInMemory(call);
        }

        return gdpr.Services.BuildServiceProvider().GetRequiredService<IPersonalDataStore>().Describe(TestContext.Current.CancellationToken);
    }
}
