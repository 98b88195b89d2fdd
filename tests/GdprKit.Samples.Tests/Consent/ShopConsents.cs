using GdprKit.Ledger;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Data;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Consent;

/// <summary>What customers agreed to before they come along: as a form of the shop records it.</summary>
internal static class ShopConsents
{
    extension(CrmApplication application)
    {
        /// <summary>A customer agrees to the newsletter, and confirms the address where that is said.</summary>
        public Task GiveNewsletterAsync(int customer, bool isConfirmed = true) => application.RecordAsync(async (gdpr, ct) =>
        {
            var person = Customer(customer);
            await gdpr.Consents.GiveAsync(
                person,
                Crm.Gdpr.Crm.Newsletter,
                new ConsentEvidence
                {
                    By = ConsentActor.Person,
                    Medium = ConsentMedium.Website,
                    Mechanism = ConsentMechanism.Checkbox,
                    Wording = gdpr.Consents.Question(Crm.Gdpr.Crm.Newsletter, Language.Dutch),
                    Notice = application.Services.GetRequiredService<PrivacyNotices>().In(Language.Dutch).Digest,
                },
                ct);
            if (isConfirmed)
            {
                await gdpr.Consents.ConfirmAsync(person, Crm.Gdpr.Crm.Newsletter, MarketingChannel.Email, ct);
            }
        });

        public Task WithdrawNewsletterAsync(int customer) => application.RecordAsync(
            (gdpr, ct) => gdpr.Consents.WithdrawAsync(Customer(customer), Crm.Gdpr.Crm.Newsletter, ConsentSignal.ByPersonOnline, ct));

        /// <summary>Whether the site may send a customer the newsletter, as its code asks.</summary>
        public async Task<ProcessingDecision> DecideNewsletterAsync(int customer) => await application.Services.GetRequiredService<ProcessingDecisions>()
            .DecideAsync(Customer(customer), Crm.Gdpr.Crm.Newsletter, ProcessingUse.MessageOver(MarketingChannel.Email), TestContext.Current.CancellationToken);

        /// <summary>The newest entries of the ledger.</summary>
        public async Task<List<LedgerEntry>> LatestEntriesAsync()
        {
            await using var scope = application.Services.CreateAsyncScope();
            var latest = await scope.ServiceProvider.GetRequiredService<ILedgerStore>().ReadLatestAsync(null, 1000, TestContext.Current.CancellationToken);
            return [.. latest];
        }

        private async Task RecordAsync(Func<GdprUnitOfWork, CancellationToken, ValueTask> record)
        {
            await using var scope = application.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CrmDbContext>().SaveChangesWithGdprAsync(record, TestContext.Current.CancellationToken);
        }
    }

    public static SubjectId Customer(int number) => SubjectId.Of(Crm.Gdpr.Crm.Customers, number);
}
