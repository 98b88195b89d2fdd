using GdprKit.EntityFrameworkCore.Club;
using GdprKit.EntityFrameworkCore.Indexes;
using GdprKit.EntityFrameworkCore.Starter;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Odd;

namespace GdprKit.EntityFrameworkCore.Mapping;

public sealed class ModelDescriptionTests : IDisposable
{
    private readonly ClubDatabase _club = new();

    [Fact]
    public void Every_entity_with_rows_is_described_and_what_is_owned_is_described_with_its_owner()
    {
        Description.Entities.Select(entity => entity.Name[(entity.Name.LastIndexOf('.') + 1)..]).Should().BeEquivalentTo(
            "Account", "AdministratorAccount", "Donor", "HonoraryMember", "Member", "MemberListing", "Message", "Party", "Payment", "PaymentLine", "Setting");
        Describe<Party>().IsAbstract.Should().BeTrue();
        Describe<HonoraryMember>().Base.Should().Be(typeof(Member).FullName);
        Describe<Member>().Properties.Select(property => property.Path.ToString()).Should().Equal(
            "ClubId", "Discriminator", "Email", "EmergencyContacts.Phone", "Former.HouseNumber", "Former.MovedBecause", "Former.Street",
            "Home.HouseNumber", "Home.Street", "IsDeleted", "LeftOn", "Name.First", "Name.Last", "Number", "Preferences.Diet", "Remark");
    }

    [Fact]
    public void A_property_tells_its_type_length_uniqueness_and_where_it_comes_from()
    {
        Property<Member>("Email").Should().Be(new PropertyDescription
        {
            Path = PropertyPath.Parse("Email"),
            Type = typeof(MailAddressText),
            StoreType = "TEXT",
            MaxLength = 80,
            IsUnique = true,
            DeclaredBy = typeof(Party).FullName!,
        });
        Property<Member>("Number").IsUnique.Should().BeTrue();
        Property<Member>("Remark").Should().Match<PropertyDescription>(property => property.IsShadow && property.IsNullable);
        Property<Member>("LeftOn").Type.Should().Be<DateOnly?>();
        Property<Member>("Home.HouseNumber").Should().Match<PropertyDescription>(property => property.IsNullable && !property.IsCollection);
        Property<Member>("Former.Street").IsCollection.Should().BeTrue();
        Property<Payment>("MemberNumber").IsForeignKey.Should().BeTrue();
        Property<AdministratorAccount>("Login").IsForeignKey.Should().BeFalse("that the table of a derived class refers to that of its base is no matter of the application");
    }

    [Fact]
    public void A_class_without_a_table_of_its_own_is_described_where_others_derive_from_it()
    {
        using var context = ProposedCode.Context<OddContext>();

        var entities = ModelDescription.Of(context.Model, "Odd").Entities;

        entities.Single(entity => entity.Type == typeof(Agreement)).IsAbstract.Should().BeTrue();
        entities.Single(entity => entity.Type == typeof(LoanAgreement)).Base.Should().Be(typeof(Agreement).FullName);
    }

    [Fact]
    public void An_abstract_entity_without_a_table_is_described_where_every_derived_entity_has_its_own()
    {
        using var context = new InnContext(new DbContextOptionsBuilder<InnContext>().UseSqlite().Options);

        var inn = ModelDescription.Of(context.Model, "Inn");

        inn.Family(typeof(Mail).FullName!).Select(entity => entity.Type).Should().BeEquivalentTo([typeof(Letter), typeof(Card)]);
        inn.Entity(typeof(Mail).FullName!).Should().Match<EntityDescription>(mail => mail.IsAbstract && !mail.IsReadOnly);
    }

    [Fact]
    public void A_reference_is_told_from_both_ends()
    {
        PropertyPath[] here = [PropertyPath.Parse("ClubId"), PropertyPath.Parse("MemberNumber")];
        PropertyPath[] there = [PropertyPath.Parse("ClubId"), PropertyPath.Parse("Number")];

        Describe<Payment>().References.Should().Contain(new ReferenceDescription(
            PropertyPath.Parse("Member"), [.. here], typeof(Member).FullName!, [.. there], IsForeignKey: true)
        {
            OnDelete = ReferenceDeletion.Cascade,
        });
        Describe<HonoraryMember>().References.Should().Contain(new ReferenceDescription(
            PropertyPath.Parse("Payments"), [.. there], typeof(Payment).FullName!, [.. here], IsForeignKey: false)
        {
            OnDelete = ReferenceDeletion.Cascade,
        });
    }

    [Fact]
    public void A_view_has_no_key_and_is_not_written_to()
    {
        Describe<MemberListing>().Should().Match<EntityDescription>(view => view.Key.IsEmpty && view.IsReadOnly);
        Describe<Member>().IsReadOnly.Should().BeFalse();
    }

    public void Dispose() => _club.Dispose();

    private StoreDescription Description => _club.Store.Describe(TestContext.Current.CancellationToken);

    private EntityDescription Describe<T>() => Description.Entities.Single(entity => entity.Type == typeof(T));

    private PropertyDescription Property<T>(string path) => Describe<T>().Properties.Single(property => property.Path.ToString() == path);
}
