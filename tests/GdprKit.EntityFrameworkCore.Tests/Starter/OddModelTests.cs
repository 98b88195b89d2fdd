using Odd;

namespace GdprKit.EntityFrameworkCore.Starter;

/// <summary>Names that collide and references that are hidden: what comes out still compiles and fits.</summary>
public sealed class OddModelTests
{
    private readonly ProposedCode _odd = ProposedCode.Of<OddContext>();

    [Fact]
    public void Whatever_the_classes_are_called_the_proposal_is_whole()
    {
        _odd.Problems.Should().BeEmpty();
        _odd.Uncovered.Should().BeEmpty();
    }

    [Fact]
    public void Classes_with_the_names_of_those_of_GdprKit_are_told_apart()
    {
        _odd["RecipientMap.cs"].Should().StartWith("namespace Odd.Gdpr;").And.Contain("using global::GdprKit;").And.Contain("using Recipient = global::Odd.Recipient;");
        _odd["OddKeys.cs"].Should().Contain("Key<Recipient> HostingProvider");
        ProposedCode.Of<Sakila.SakilaContext>()["AddressMap.cs"].Should().StartWith("using GdprKit;");
    }

    [Fact]
    public void Classes_of_the_same_name_get_maps_and_kinds_of_their_own()
    {
        _odd["CustomerMap.cs"].Should().Contain("using Customer = global::Odd.Sales.Customer;").And.Contain("IsSubject(OddKeys.Customers, c => c.Id)");
        _odd["SupportCustomerMap.cs"].Should().Contain("using Customer = global::Odd.Support.Customer;").And.Contain("IsSubject(OddKeys.Customers2, c => c.Id)");
    }

    [Fact]
    public void Keywords_nested_and_internal_classes_and_members_that_are_hidden_are_written_as_they_must_be()
    {
        _odd["PersonMap.cs"].Should().Contain("using Person = global::Odd.Registry.Person;").And.Contain("p => p.@class").And.Contain(".Field(OddKeys.Remarks, \"Remark\")");
        _odd["RecipientMap.cs"].Should().Contain(".Field(OddKeys.Name, r => r.FirstName)").And.Contain(".Field(OddKeys.Name, \"Nickname\")");
        _odd["VolunteerMap.cs"].Should().Contain("internal sealed class VolunteerMap");
    }

    [Fact]
    public void A_foreign_key_is_followed_without_a_navigation_without_a_member_and_without_the_model()
    {
        _odd["BadgeMap.cs"].Should().Contain(".BelongsTo<Volunteer>(b => b.VolunteerId)");
        _odd["ExpenseMap.cs"].Should().Contain(".BelongsTo<Volunteer>(\"VolunteerId\")");
        _odd["CallRecordMap.cs"].Should().Contain("// GUESS: VolunteerId is the key of a volunteer, by its name; the model declares no reference.").And.Contain(".BelongsTo<Volunteer>(c => c.VolunteerId)");
        _odd["VolunteerOverviewMap.cs"].Should().Contain(".BelongsTo<Volunteer>(v => v.VolunteerId)");
    }

    [Fact]
    public void What_only_a_navigation_could_follow_is_to_be_filled_in()
    {
        _odd.FillIns.Should()
            .Contain("Recipient refers to it; give Place a navigation back, and call BelongsTo with that.")
            .And.Contain("rows of Parcel refer to a recipient by something else than the key; give Parcel a navigation to Recipient and call BelongsTo.");
    }

    [Fact]
    public void A_row_about_two_people_says_what_is_about_whom()
    {
        _odd["GreetingMap.cs"].Should()
            .Contain(".FieldOf(g => g.Sender, OddKeys.Name, g => g.SenderName)")
            .And.Contain(".SharedField(OddKeys.Greetings, g => g.Wish)");
    }

    [Fact]
    public void What_derives_from_a_class_without_a_table_belongs_where_that_belongs()
    {
        _odd["AgreementMap.cs"].Should().Contain(".BelongsTo(a => a.Recipient)");
        _odd["LoanAgreementMap.cs"].Should().NotContain("BelongsTo").And.Contain(".Field(OddKeys.Agreements, l => l.Amount)");
    }

    [Fact]
    public void What_is_said_of_a_base_class_is_not_said_again()
    {
        _odd["PartnerMap.cs"].Should().Contain(".Email(p => p.Email)").And.Contain(".Event(OddKeys.EndOfRelationship, p => (DateTime?)null, TimeMeaning.Date)");
        _odd["GuestMap.cs"].Should().Contain(".IsSubject(OddKeys.Guests, g => g.Id)").And.Contain("g => g.WorkEmail").And.NotContain(".Email(").And.NotContain(".Event(");
    }

    [Fact]
    public void A_name_that_says_UTC_is_believed()
    {
        _odd["VolunteerMap.cs"].Should().Contain(".Arrived(v => v.JoinedUtc, TimeMeaning.Utc)");
    }

    [Fact]
    public void The_use_of_a_national_number_without_a_known_law_is_to_be_filled_in()
    {
        _odd.FillIns.Should().Contain("the law that prescribes the use of this number; without one it may not be used (art. 46 UAVG).");
    }
}
