using GdprKit.Ledger;
using GdprKit.Samples.Application;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Samples.Requests;

/// <summary>What people asked before a test begins, and what became of it.</summary>
internal static class ShopRequests
{
    private static readonly Operator Employee = Operator.Parse("employee-3");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    extension(CrmApplication application)
    {
        /// <summary>A letter comes. From a customer, or from somebody whom nobody found.</summary>
        public Task<EntryId> ReceiveLetterAsync(int? customer, RightsRequestKind kind = RightsRequestKind.Access, LocalDate? on = null, string words = "What do you have of me?") =>
            application.WithRequestsAsync(async requests => await requests.ReceiveAsync(
                new RightsRequestIntake { Kind = kind, Through = RightsRequestChannel.Letter, ReceivedOn = on, EnteredBy = Employee, Words = words, Address = "Kettle Lane 12" },
                customer is { } number ? SubjectId.Of(Crm.Gdpr.Crm.Customers, number) : null,
                cancellationToken: Token));

        public Task<RightsRequest> FindRequestAsync(EntryId id) => application.WithRequestsAsync(async requests => (await requests.FindAsync(id, Token))!);

        public Task<List<RightsRequest>> RequestsOfAsync(int customer) => application.WithRequestsAsync(
            async requests => await requests.ListAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, customer), Token).ToListAsync(Token));

        public Task<List<ListedRightsRequest>> OpenRequestsAsync() => application.WithRequestsAsync(async requests => await requests.ListOpenAsync(cancellationToken: Token).ToListAsync(Token));

        public Task<List<RightsRequestEvent>> HistoryOfAsync(EntryId id, RightsRequestReader reader = RightsRequestReader.Operator) => application.WithRequestsAsync(
            async requests => await requests.ReadHistoryAsync(id, reader, Language.English, Token).ToListAsync(Token));

        public async Task<T> WithRequestsAsync<T>(Func<RightsRequests, Task<T>> work)
        {
            await using var scope = application.Services.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<RightsRequests>());
        }
    }
}
