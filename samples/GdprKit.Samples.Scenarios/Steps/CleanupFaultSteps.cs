using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>A clean-up that is cut off.</summary>
internal sealed class CleanupFaultSteps(Shop shop, CrmDbContext db, DataRetention retention, RetentionRuns runs, RetentionRunner runner, PowerCut cut)
{
    private static readonly Operator Manager = Operator.Parse("employee-2");

    [Step(
        en: "the power fails half-way through the clean-up",
        nl: "de stroom halverwege het opruimen uitvalt | de stroom valt halverwege het opruimen uit")]
    public async Task FailAsync(CancellationToken cancellationToken)
    {
        shop.RowsBefore = await CountRowsAsync(cancellationToken);
        await runs.ApproveAsync((await retention.PreviewAsync(cancellationToken)).Digest, Manager, cancellationToken);
        using var power = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        cut.FailAfterNextCommit(power);
        try
        {
            await runner.RunAsync(power.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            shop.Restart();
            return;
        }

        throw new ExpectationException("it was done at one go");
    }

    [Step(en: "the clean-up is not finished", nl: "is het opruimen niet klaar | het opruimen is niet klaar")]
    public async Task IsNotFinishedAsync(CancellationToken cancellationToken)
    {
        var run = await LatestAsync(cancellationToken);
        Expect.That(run is { Status: RunStatus.Running, Done: > 0 }, $"it is {run.Status}, after {run.Done} rows");
    }

    [Step(en: "the clean-up goes on", nl: "het opruimen verdergaat | het opruimen gaat verder | gaat het opruimen verder")]
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        var run = (await runner.RunAsync(cancellationToken)).Run?.Run;
        Expect.That(run is { Status: RunStatus.Completed or RunStatus.Incomplete }, $"it is {run?.Status}, because of {run?.Reason}");
    }

    [Step(en: "every row that is gone was counted once", nl: "is elke rij die weg is, één keer geteld | elke rij die weg is, is één keer geteld")]
    public async Task IsCountedOnceAsync(CancellationToken cancellationToken)
    {
        var counted = (await LatestAsync(cancellationToken)).Steps.Where(step => step.Action is DisposalAction.Delete).Sum(step => step.Done);
        var gone = shop.RowsBefore - await CountRowsAsync(cancellationToken);
        Expect.That(counted == gone && gone > 0, $"{counted} were counted, and {gone} are gone");
    }

    private async Task<RetentionRun> LatestAsync(CancellationToken cancellationToken) => (await runs.ListAsync(cancellationToken).LastAsync(cancellationToken)).Run;

    private async Task<long> CountRowsAsync(CancellationToken cancellationToken) =>
        await db.Customers.LongCountAsync(cancellationToken) + await db.Set<Invoice>().LongCountAsync(cancellationToken) + await db.Set<InvoiceLine>().LongCountAsync(cancellationToken)
        + await db.Set<Employee>().LongCountAsync(cancellationToken);
}
