using GdprKit.EntityFrameworkCore.Club;
using Northwind;
using ShopWithLogins;

namespace GdprKit.EntityFrameworkCore.Starter;

/// <summary>Composite keys, inheritance, what is owned, join tables without a class, accounts of ASP.NET Core Identity.</summary>
public sealed class ShapeTests
{
    private readonly ProposedCode _club = ProposedCode.Of<ClubContext>();

    private readonly ProposedCode _shop = ProposedCode.Of<ShopWithLoginsContext>();

    [Fact]
    public void Every_awkward_shape_is_covered()
    {
        _club.Uncovered.Should().BeEmpty();
        _shop.Uncovered.Should().BeEmpty();
    }

    [Fact]
    public void Composite_keys_and_what_is_owned_are_named_by_their_paths()
    {
        _club["MemberMap.cs"].Should()
            .Contain(".IsSubject(ClubKeys.Members, m => m.ClubId, m => m.Number)")
            .And.Contain("m => m.Home!.HouseNumber, m => m.Home!.Street)")
            .And.Contain(".Field(ClubKeys.Address, \"Former.HouseNumber\", \"Former.Street\")")
            .And.Contain("m => m.Preferences!.Diet");
    }

    [Fact]
    public void Kinds_of_people_in_one_table_are_told_apart_and_inherit_what_is_said_above_them()
    {
        _club.People.Should().Equal("donors", "members", "users");
        _club["HonoraryMemberMap.cs"].Should().NotContain("IsSubject").And.Contain("h => h.Honour").And.NotContain("Email");
        _club["AdministratorAccountMap.cs"].Should().NotContain("IsSubject").And.Contain("a => a.PagerNumber");
    }

    [Fact]
    public void Join_tables_without_a_class_are_mapped_by_their_name()
    {
        ProposedCode.Of<NorthwindContext>()["EmployeeTerritoryMap.cs"].Should()
            .Contain("using EmployeeTerritory = System.Collections.Generic.Dictionary<string, object>;")
            .And.Contain(".StoredAs(\"EmployeeTerritory\")")
            .And.Contain(".BelongsTo<Employee>(\"EmployeeId\")");
    }

    [Fact]
    public void A_customer_with_an_account_is_linked_to_it_and_a_profile_is_the_users()
    {
        _shop.People.Should().Equal("customers", "users");
        _shop["CustomerMap.cs"].Should().Contain(".Field(ShopWithLoginsKeys.Account, c => c.UserId)");
        _shop["UserProfileMap.cs"].Should().Contain(".BelongsTo<ShopUser>(u => u.UserId)");
        _shop["IdentityUserClaimMap.cs"].Should()
            .Contain("using IdentityUserClaim = Microsoft.AspNetCore.Identity.IdentityUserClaim<string>;")
            .And.Contain(".BelongsTo<ShopUser>(i => i.UserId)");
        _shop["ShopUserMap.cs"].Should().Contain(".Event(ShopWithLoginsKeys.LastActivity, s => s.LastSignIn)");
    }

    [Fact]
    public void What_tells_no_date_of_its_owner_is_not_passed_over_in_silence()
    {
        _shop.Kept.Should().BeEquivalentTo("IdentityUserClaim GDPR4041", "IdentityUserLogin GDPR4041", "IdentityUserToken GDPR4041", "UserProfile GDPR4041");
        _shop.FillIns.Should().Contain("the dates from which its periods run, 'last-activity', where UserProfile can tell them; until then its rows are kept and reported.");
    }
}
