using System.Text;
using GdprKit.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Shows operators how the ledger, its order and its mirror stand, and hands over its checkpoint and proofs of entries. Changes nothing.</summary>
internal static class LedgerEndpoints
{
    public static void Map(IEndpointRouteBuilder group)
    {
        Map(group, "ledger", ShowAsync);
        Map(group, "ledger/checkpoint", GiveCheckpointAsync);
        Map(group, "ledger/proof/{entry}", ProveAsync);
    }

    private static void Map(IEndpointRouteBuilder group, string pattern, Func<HttpContext, Language, ILedgerLog, Task<IResult>> answer) =>
        OperatorPage.Map(group, pattern, GdprKitPolicies.ViewLedger, (context, language) => LedgerPage.AnswerAsync(context, language, OrderPage.NoLedger, () =>
            context.RequestServices.GetService<ILedgerLog>() is { } log ? answer(context, language, log) : Task.FromResult(OperatorPage.Of(OrderPage.NoLedger(language)))));

    private static async Task<IResult> ShowAsync(HttpContext context, Language language, ILedgerLog log)
    {
        var (services, token) = (context.RequestServices, context.RequestAborted);
        var page = new OrderPage(language, services.GetRequiredService<ProcessingRegister>());
        var run = services.GetRequiredService<VerificationRun>();
        try
        {
            var tip = await log.ReadTipAsync(token).ConfigureAwait(false);
            var pending = await log.CountPendingAsync(token).ConfigureAwait(false);
            var standing = await services.GetRequiredService<LedgerSequencer>().CompareAsync(token).ConfigureAwait(false);
            return OperatorPage.Of(page.Show(tip?.Tree ?? MerkleTree.Empty, pending, standing, run));
        }
        catch (LedgerException fault)
        {
            // Whoever looks at a ledger that was tampered with must not be turned away because it was.
            return OperatorPage.Of(page.Show(fault, run));
        }
    }

    private static async Task<IResult> GiveCheckpointAsync(HttpContext context, Language language, ILedgerLog log)
    {
        var (services, token) = (context.RequestServices, context.RequestAborted);
        if (await log.ReadTipAsync(token).ConfigureAwait(false) is not { } tip)
        {
            return Results.Text(
                $"{WebMessages.NothingInOrder}: no entry of the ledger has a position yet, so there is nothing to give a checkpoint of. Add GdprKit.Hosting and call AddWorkers(), or call LedgerSequencer.PumpAsync.",
                statusCode: StatusCodes.Status404NotFound);
        }

        if (services.GetService<ICheckpointSigner>() is not { } signer)
        {
            return Download(LedgerFiles.CheckpointOf(tip), "text/plain; charset=utf-8", "checkpoint.txt");
        }

        // Two signatures that do not fit together cannot be taken back: of a ledger that may have been rewritten nothing is signed.
        var standing = await services.GetRequiredService<LedgerSequencer>().CompareAsync(token).ConfigureAwait(false);
        if (standing.ToException() is { } refusal)
        {
            return Results.Text(refusal.Message, statusCode: StatusCodes.Status409Conflict);
        }

        try
        {
            return Download(Encoding.UTF8.GetBytes(await signer.SignAsync(tip.Tree, token).ConfigureAwait(false)), "text/plain; charset=utf-8", "checkpoint.txt");
        }
        catch (GdprKitException fault)
        {
            return Results.Text(fault.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> ProveAsync(HttpContext context, Language language, ILedgerLog log)
    {
        var token = context.RequestAborted;
        if (!EntryId.TryParse(context.Request.RouteValues["entry"] as string, out var id))
        {
            return NoSuchEntry();
        }

        // The position first: the tip that is read after it is beyond it.
        if (await log.FindPositionsAsync([id], token).ConfigureAwait(false) is not [var place])
        {
            var known = await context.RequestServices.GetRequiredService<ILedgerStore>().FindHashesAsync([id], token).ConfigureAwait(false);
            return known.IsEmpty ? NoSuchEntry() : NotInOrder();
        }

        var tip = await log.ReadTipAsync(token).ConfigureAwait(false);
        var stored = await log.ReadLogAsync(place.Position, 1, token).ConfigureAwait(false);
        if (tip is null || place.Position >= tip.Tree.Size || stored is not [{ IsIntact: true } entry] || entry.Id != id)
        {
            return Unprovable();
        }

        try
        {
            var proof = await new MerkleProofs(log).ProveInclusionAsync(place.Position, tip.Tree.Size, token).ConfigureAwait(false);
            return proof.Verifies(MerkleTree.LeafOf(entry.Hash), tip.Tree.Root)
                ? Download(LedgerFiles.ProofOf(entry, tip.Tree, proof), "application/json", $"proof-{id}.json")
                : Unprovable();
        }
        catch (LedgerException fault)
        {
            return Results.Text(fault.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }

    private static IResult Download(byte[] file, string type, string name) => Results.File(file, type, name);

    private static IResult NoSuchEntry() => Results.Text(
        $"{WebMessages.NoSuchEntry}: the ledger has no entry with this id. Take the id from the log.", statusCode: StatusCodes.Status404NotFound);

    private static IResult NotInOrder() => Results.Text(
        $"{WebMessages.NotInOrder}: the entry is recorded, and not yet in order, so nothing proves its place. With the workers of GdprKit.Hosting that takes about a second: ask again then.",
        statusCode: StatusCodes.Status404NotFound);

    private static IResult Unprovable() => Results.Text(
        $"{WebMessages.EntryUnprovable}: the entry, or the order it stands in, is not what was put in order, so there is no proof of it. Verify the ledger to see what was changed.",
        statusCode: StatusCodes.Status409Conflict);
}
