using System.Net;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Ledger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace GdprKit.Samples.Consent;

/// <summary>Who wants no advertising stays on the list of addresses that get none. These tests write, so they have a shop of their own.</summary>
public sealed class NoAdvertisingTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    // Each test signs up with a number of its own, for they share a list.
    private static readonly Dictionary<string, string> Phones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["list@example.nl"] = "020 555 01 23",
        ["again@example.nl"] = "020 555 01 24",
        ["of.one@example.nl"] = "020 555 01 25",
        ["of.another@example.nl"] = "020 555 01 26",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_addresses_stay_on_the_list_when_the_customer_is_removed_until_a_new_consent_is_confirmed()
    {
        using var visitor = application.CreateVisitor("en");
        using var employee = await application.CreateEmployeeAsync("Nancy Edwards");
        await SignUpAsync(visitor, "list@example.nl");
        (await AskAsync("LIST@example.nl")).Should().AllBeEquivalentTo(SuppressionAnswer.NotListed);

        await PressAsync(visitor, "list@example.nl", "RefuseMarketing");
        (await AskAsync("LIST@example.nl")).Should().AllBeEquivalentTo(SuppressionAnswer.Listed, "the mail and the phone are on it, however they are spelt");

        await application.RemoveAsync(employee, application.NumberOf("list@example.nl"));
        (await AskAsync("list@example.nl")).Should().AllBeEquivalentTo(SuppressionAnswer.Listed, "the list outlives the customer");

        application.Clock.Advance(Duration.FromDays(1));
        await SignUpAsync(visitor, "list@example.nl", ConsentFormFields.Agree);
        (await AskAsync("list@example.nl")).Should().AllBeEquivalentTo(SuppressionAnswer.Listed, "anybody can fill in an address");
        (await MayMailAsync("list@example.nl")).Reason.Should().BeSameAs(DecisionReasons.Suppressed);

        await visitor.SubmitAsync(await visitor.GetAsync(application.LinkTo("list@example.nl")), "main form");
        (await AskAsync("list@example.nl")).Should().Equal(SuppressionAnswer.NotListed, SuppressionAnswer.Listed, SuppressionAnswer.Listed);
        (await MayMailAsync("list@example.nl")).Permitted.Should().BeTrue();
    }

    [Fact]
    public async Task Who_only_lets_the_shop_ask_again_stays_on_the_list()
    {
        using var visitor = application.CreateVisitor("en");
        await SignUpAsync(visitor, "again@example.nl");
        await PressAsync(visitor, "again@example.nl", "RefuseMarketing");

        await PressAsync(visitor, "again@example.nl", "AllowMarketing");

        (await AskAsync("again@example.nl"))[0].Should().Be(SuppressionAnswer.Listed);
    }

    [Fact]
    public async Task A_changed_address_is_asked_about_and_is_to_be_confirmed_anew()
    {
        using var visitor = application.CreateVisitor("en");
        using var employee = await application.CreateEmployeeAsync("Nancy Edwards");
        await SignUpAsync(visitor, "of.one@example.nl");
        await PressAsync(visitor, "of.one@example.nl", "RefuseMarketing");
        await SignUpAsync(visitor, "of.another@example.nl", ConsentFormFields.Agree);
        await visitor.SubmitAsync(await visitor.GetAsync(application.LinkTo("of.another@example.nl")), "main form");
        var (number, person) = (application.NumberOf("of.another@example.nl"), application.PersonOf("of.another@example.nl"));
        await application.RemoveAsync(employee, application.NumberOf("of.one@example.nl"));

        await EditAsync("OF.ANOTHER@example.nl");
        (await StateAsync()).Should().Be((ConsentConfirmation.Confirmed, true), "it is the same address");

        await EditAsync("of.a.third@example.nl");
        (await StateAsync()).Should().Be((ConsentConfirmation.Pending, false));

        await EditAsync("of.one@example.nl");
        (await application.AskAsync(async gdpr => await gdpr.Decisions.DecideAsync(person, Crm.Gdpr.Crm.Newsletter, cancellationToken: Cancel))).Reason.Should().BeSameAs(DecisionReasons.Suppressed, "somebody who has this address wants none");

        async Task EditAsync(string email) => (await employee.SubmitAsync(
            await employee.GetAsync($"/customers/{number}/edit"), "main form.sheet", new Dictionary<string, string> { ["Form.Email"] = email })).Status.Should().Be(HttpStatusCode.Redirect);

        async Task<(ConsentConfirmation Confirmation, bool IsPermitted)> StateAsync() => await application.AskAsync(async gdpr => (
            (await gdpr.Consents.FindAsync(person, Crm.Gdpr.Crm.Newsletter, Cancel)).Confirmation,
            (await gdpr.Decisions.DecideAsync(person, Crm.Gdpr.Crm.Newsletter, cancellationToken: Cancel)).Permitted));
    }

    [Fact]
    public async Task A_no_is_recorded_also_when_the_keys_are_lost_and_the_keys_are_not_made_anew_over_a_list()
    {
        await using var shop = new CrmApplication();
        await shop.InitializeAsync();
        await RefuseAsync(shop, 1);
        var copy = $"{shop.KeyRingPath}.copy";
        File.Move(shop.KeyRingPath, copy);

        await RefuseAsync(shop, 2);
        await PrepareAsync(shop);

        File.Exists(shop.KeyRingPath).Should().BeFalse("a new key would forget who is on the list");
        (await shop.DecideAsync(2, Crm.Gdpr.Crm.SimilarProducts)).Reason.Should().BeSameAs(DecisionReasons.ObjectionToMarketing);
        File.Move(copy, shop.KeyRingPath);
        var email = shop.Shop.Read("SELECT Email FROM Customer WHERE CustomerId = 1", row => row.GetString(0)).Single();
        (await shop.AskAsync(async gdpr => await gdpr.Suppression.AskAsync([MarketingAddress.Email(email)], Cancel))).Should().Equal(SuppressionAnswer.Listed);
    }

    [Fact]
    public void The_keys_are_for_the_account_of_the_application_alone_and_in_another_folder_than_the_database()
    {
        var byDefault = new ConfigurationBuilder().Build();
        var keys = new KeyRingFile(byDefault, application.Clock, NullLogger<KeyRingFile>.Instance).FilePath;

        File.Exists(application.KeyRingPath).Should().BeTrue();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(application.KeyRingPath).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        keys.Should().NotStartWith(Path.GetDirectoryName(new CrmDatabase(byDefault).FilePath) + Path.DirectorySeparatorChar);
    }

    private static async Task PrepareAsync(CrmApplication shop)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeyRingFile>().PrepareAsync(scope.ServiceProvider.GetRequiredService<CrmDbContext>(), Cancel);
    }

    private static async Task RefuseAsync(CrmApplication shop, int customer)
    {
        using var visitor = shop.CreateVisitor("en");
        var address = await shop.CentreOfAsync(customer);
        (await visitor.SubmitAsync(await visitor.GetAsync(address), "form[action*='RefuseMarketing']")).Location.Should().Be(address);
    }

    private async Task PressAsync(Visitor visitor, string email, string button)
    {
        application.Clock.Advance(Duration.FromMinutes(1));
        var address = await application.CentreOfAsync(application.NumberOf(email));
        (await visitor.SubmitAsync(await visitor.GetAsync(address), $"form[action*='{button}']")).Location.Should().Be(address);
    }

    private static async Task SignUpAsync(Visitor visitor, string email, params string[] boxes)
    {
        var values = SignUpFlow.FilledIn(email, boxes);
        values["Form.Phone"] = Phones[email];
        (await visitor.SubmitAsync(await visitor.GetAsync("/signup"), "form.sheet", values)).Status.Should().Be(HttpStatusCode.Redirect);
    }

    private Task<ProcessingDecision> MayMailAsync(string email) => application.AskAsync(
        async gdpr => await gdpr.Decisions.DecideAsync(application.PersonOf(email), Crm.Gdpr.Crm.Newsletter, ProcessingUse.MessageTo(MarketingAddress.Email(email)), Cancel));

    private Task<ValueList<SuppressionAnswer>> AskAsync(string email) => application.AskAsync(async gdpr => await gdpr.Suppression.AskAsync(
        [MarketingAddress.Email(email), MarketingAddress.Phone(Written(email)), MarketingAddress.TextMessage(Written(email))], Cancel));

    // Otherwise than in the form.
    private static string Written(string email) => $"+31{Phones[email][1..].Replace(" ", "", StringComparison.Ordinal)}";
}
