using GdprKit.Samples.Application;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Notices;

/// <summary>The notice of the shop is published.</summary>
internal static class Publishing
{
    extension(CrmApplication application)
    {
        /// <summary>Publishes the notice of customers, where that was not done yet.</summary>
        public async Task<NoticeVersion> PublishNoticeAsync()
        {
            await using var scope = application.Services.CreateAsyncScope();
            var versions = scope.ServiceProvider.GetRequiredService<NoticeVersions>();
            if (await versions.ListAsync(cancellationToken: TestContext.Current.CancellationToken) is [var latest, ..])
            {
                return latest;
            }

            var proposal = await versions.ProposeAsync(cancellationToken: TestContext.Current.CancellationToken);
            return await versions.PublishAsync(
                new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: TestContext.Current.CancellationToken);
        }

        /// <summary>How it stands with a customer and the version that holds.</summary>
        public async Task<NoticeDelivery> DeliveryToAsync(SubjectId customer)
        {
            await using var scope = application.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<NoticeAcknowledgements>()
                .FindAsync(customer, await application.PublishNoticeAsync(), TestContext.Current.CancellationToken);
        }
    }
}
