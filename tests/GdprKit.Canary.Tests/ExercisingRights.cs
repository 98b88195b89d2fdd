using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Canary;

/// <summary>Requests of somebody whose every word is a canary: granted, refused, assigned, and answered wrongly.</summary>
internal sealed class ExercisingRights(CanaryHost host, Watch watch) : CanaryRun(host, watch)
{
    private static readonly Operator Clerk = Operator.Parse("staff-7");

    public async Task RunAsync()
    {
        var access = await ReceiveAsync(RightsRequestKind.Access, Piet);
        await DoAsync("a question", async services => await RequestsOf(services).AskClarificationAsync(access, Clerk, Canaries.Note, cancellationToken: Token));
        await DoAsync("its answer", async services => await RequestsOf(services).ClarifyAsync(access, Clerk, Canaries.Purchase, cancellationToken: Token));
        await DoAsync("a doubt", async services => await RequestsOf(services).AskIdentityAsync(access, Clerk, Canaries.LastName, cancellationToken: Token));
        await DoAsync("no doubt", async services => await RequestsOf(services).ConfirmIdentityAsync(access, Clerk, cancellationToken: Token));
        await DoAsync("an extension", async services => await RequestsOf(services).ExtendAsync(access, Clerk, Canaries.Note, cancellationToken: Token));
        await DoAsync("a refusal in part", async services => await RequestsOf(services).RefuseInPartAsync(access, Clerk, RightsRequestGround.RightsOfOthers, Canaries.FirstName, Token));
        await DoAsync("fulfilment", async services => await RequestsOf(services).FulfilAsync(access, Clerk, RightsFulfilment.ByHand(Canaries.Purchase), cancellationToken: Token));
        await DoAsync("opening again", async services => await RequestsOf(services).ReopenAsync(access, Clerk, Canaries.Note, Token));
        var nobodys = await ReceiveAsync(RightsRequestKind.Access, null);
        await DoAsync("assigning", async services => await RequestsOf(services).AssignAsync(nobodys, Piet, Clerk, Token));
        await DoAsync("merging", async services => await RequestsOf(services).MergeAsync(nobodys, access, Clerk, Token));
        var objection = await ReceiveAsync(RightsRequestKind.Objection, Piet);
        await DoAsync("overriding", async services => await RequestsOf(services).RefuseAsync(objection, Clerk, RightsRequestGround.CompellingGrounds, Canaries.Note, Token));
        await DoAsync("listing", async services => Text(await RequestsOf(services).ListOpenAsync(cancellationToken: Token).ToListAsync(Token)));
        await DoAsync("a report", async services => await RequestsOf(services).ReportAsync(Token));
        foreach (var reader in Enum.GetValues<RightsRequestReader>())
        {
            await DoAsync("a history", async services => Text(await RequestsOf(services).ReadHistoryAsync(access, reader, Language.Dutch, Token).Select(step => $"{step} {step.Sentence} {step.By}").ToListAsync(Token)));
        }

        await ExportAsync(await ReceiveAsync(RightsRequestKind.Portability, Piet));
        await RefuseAsync(access);
        await DoAsync("taking back", async services => await RequestsOf(services).WithdrawAsync(access, null, cancellationToken: Token));
        await DoAsync("forgetting words", async services => await RequestsOf(services).ForgetTextsAsync(nobodys, Token));
    }

    private async Task ExportAsync(EntryId portability)
    {
        await DoAsync("granting", async services => await RequestsOf(services).AcceptAsync(portability, Clerk, cancellationToken: Token));
        await DoAsync("an export", async services =>
        {
            var exports = services.GetRequiredService<RightsExports>();
            var kept = await exports.MakeAsync(portability, Clerk, Language.Dutch, cancellationToken: Token);
            var offered = await exports.FindAsync(kept.Ticket, Token);
            await exports.FetchAsync(kept.Ticket, _ => Stream.Null, Token);
            return $"{kept} {offered} {Text(Directory.GetFiles(Host.Exports))}";
        });
        await DoAsync("its request", async services => await RequestsOf(services).FindAsync(portability, Token));
    }

    private async Task RefuseAsync(EntryId access)
    {
        await FailAsync<RightsRequestException>("huge words", services => RequestsOf(services)
            .ReceiveAsync(Intake(RightsRequestKind.Access) with { Words = string.Concat(Enumerable.Repeat(Canaries.Note, 400)) }, Piet, cancellationToken: Token).AsTask(), "GDPR1512");
        await FailAsync<RightsRequestException>("an address that cannot be shown", services => RequestsOf(services)
            .ReceiveAsync(Intake(RightsRequestKind.Access) with { Address = $"{Canaries.Email}\u0007" }, Piet, cancellationToken: Token).AsTask(), "GDPR1512");
        await FailAsync<RightsRequestException>("a kind that is a name", services => RequestsOf(services)
            .ReceiveAsync(Intake(RightsRequestKind.Access), SubjectId.Of(Key<SubjectKind>.Parse("birds"), Canaries.Key), cancellationToken: Token).AsTask(), "GDPR1509");
        await FailAsync<RightsRequestException>("somebody else's request", services => RequestsOf(services).AssignAsync(access, Jan, Clerk, Token).AsTask(), "GDPR1522");
        await FailAsync<RightsRequestException>("a step that cannot follow", services => RequestsOf(services)
            .FulfilAsync(access, Clerk, RightsFulfilment.ByHand(Canaries.Note), cancellationToken: Token).AsTask(), "GDPR1515");
        await FailAsync<LedgerException>("an id twice", services => RequestsOf(services).ReceiveAsync(Intake(RightsRequestKind.Erasure), Piet, access, Token).AsTask(), "GDPR3100");
    }

    private async Task<EntryId> ReceiveAsync(RightsRequestKind kind, SubjectId? person)
    {
        await using var request = Host.Services.CreateAsyncScope();
        var intake = Intake(kind);
        var id = await RequestsOf(request.ServiceProvider).ReceiveAsync(intake, person, cancellationToken: Token);
        Watch.Write("text of an intake", $"{intake} {id} {RightsFulfilment.ByHand(Canaries.Note)}");
        return id;
    }

    private static RightsRequestIntake Intake(RightsRequestKind kind) => new()
    {
        Kind = kind,
        Through = RightsRequestChannel.Email,
        Activity = kind is RightsRequestKind.Objection ? ShopKeys.Claims : null,
        EnteredBy = Clerk,
        Words = Canaries.Note,
        Address = Canaries.Email,
    };

    private static RightsRequests RequestsOf(IServiceProvider services) => services.GetRequiredService<RightsRequests>();

    private static string Text<T>(IEnumerable<T> many) => string.Join(Environment.NewLine, many);
}
