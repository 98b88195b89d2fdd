using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

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

        public async Task<ProcessingDecision> DecideAsync(int customer, Key<ProcessingActivity> activity) => await application.Services.GetRequiredService<ProcessingDecisions>()
            .DecideAsync(Customer(customer), activity, cancellationToken: TestContext.Current.CancellationToken);

        /// <summary>How the consent of a customer to the newsletter stands.</summary>
        public async Task<ConsentRecord> FindNewsletterAsync(int customer)
        {
            await using var scope = application.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Consents>().FindAsync(Customer(customer), Crm.Gdpr.Crm.Newsletter, TestContext.Current.CancellationToken);
        }

        /// <summary>The address of a customer's privacy centre, as a link that a mail could hold.</summary>
        public async Task<string> CentreOfAsync(int customer, Duration? worksFor = null, LinkPurpose purpose = LinkPurpose.ManageConsent)
        {
            await using var scope = application.Services.CreateAsyncScope();
            var person = (await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Gdpr().Subjects.FindBySubjectAsync([Customer(customer)], TestContext.Current.CancellationToken))[0];
            var link = new SignedLink(purpose, person.Ref, application.Clock.GetCurrentInstant() + (worksFor ?? PrivacyCentre.LinkWorksFor));
            return $"{PrivacyCentre.Path}/{application.Services.GetRequiredService<SignedLinks>().Write(link)}";
        }

        public long CountEntries() => application.Shop.Number("SELECT count(*) FROM gdpr_entry");

        private async Task RecordAsync(Func<GdprUnitOfWork, CancellationToken, ValueTask> record)
        {
            await using var scope = application.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CrmDbContext>().SaveChangesWithGdprAsync(record, TestContext.Current.CancellationToken);
        }
    }

    public static SubjectId Customer(int number) => SubjectId.Of(Crm.Gdpr.Crm.Customers, number);
}
