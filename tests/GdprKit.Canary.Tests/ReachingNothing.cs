using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Canary;

/// <summary>Whatever asks a database that does not answer about a person.</summary>
internal sealed class ReachingNothing(CanaryHost host, Watch watch) : CanaryRun(host, watch)
{
    public async Task RunAsync()
    {
        await FailAsync<Exception>("a preview without a database", async services => await services.GetRequiredService<DataRetention>().PreviewAsync(Token));
        await FailAsync<Exception>("an explanation without a database", async services =>
            await services.GetRequiredService<DataRetention>().ExplainAsync(Piet, Token).ToListAsync(Token));
        await FailAsync<Exception>("an export without a database", async services => await StoreOf(services)
            .ExportAsync(services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities.Single(stored => stored.Description.Type == typeof(CanaryCustomer)), Piet, Token).ToListAsync(Token));
        await FailAsync<Exception>("a link without a database", async services =>
            await services.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync([Piet], Token));
        await FailAsync<Exception>("an append without a database", async services =>
            await StreamsOf(services).AppendAsync<Subscription>(Subscription.StreamOf(SubjectRef.New()), Piet, _ => [Subscription.Start()], Token));
        await FailAsync<Exception>("saving without a database", async services =>
        {
            ContextOf(services).Add(CanaryCustomer.Piet());
            await ContextOf(services).SaveChangesWithGdprAsync((_, _) => ValueTask.CompletedTask, Token);
        });
        await GetAsync("/privacy/manage/retention", 503);
        await GetAsync("/privacy/manage/retention.json", 503);

        // Which version holds nobody can tell without it, and another text than that one is not shown.
        await GetAsync("/privacy/nl", 503);
    }
}
