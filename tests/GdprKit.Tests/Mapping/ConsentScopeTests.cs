namespace GdprKit.Mapping;

public sealed class ConsentScopeTests : MapTest
{
    [Fact]
    public void A_map_says_that_the_ledger_knows_whom_an_activity_is_about()
    {
        Resolve<Buyer>(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Field(ShopKeys.EmailAddress, b => b.Email).AppliesByConsent(ShopKeys.Newsletter)))
            .Scopes.Should().Equal(new ActivityScope(ShopKeys.Newsletter, null));
    }

    [Fact]
    public void An_activity_that_does_not_rest_on_consent_is_a_fault()
    {
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Field(ShopKeys.Name, b => b.Name).AppliesByConsent(ShopKeys.Orders))).Should().Equal(
            "GDPR4039: Buyer says that 'orders' applies by consent, and that activity does not rest on consent. Say with AppliesWhen(…) which rows it is about, or leave the call out: then it is about all rows of its people.");
    }

    [Fact]
    public void It_applies_by_one_condition_only()
    {
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).Field(ShopKeys.EmailAddress, b => b.Email).AppliesByConsent(ShopKeys.Newsletter).AppliesWhen(ShopKeys.Newsletter, b => b.Name != null)))
            .Should().ContainSingle().Which.Should().Contain("'newsletter'");
    }
}
