using GdprKit.Samples.Application;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Samples.Notices;

/// <summary>The notice of the shop is published.</summary>
internal static class Publishing
{
    extension(CrmApplication application)
    {
        /// <summary>Publishes the notice of customers, or of others, where that was not done yet.</summary>
        public async Task<NoticeVersion> PublishNoticeAsync(NoticeAudience? audience = null)
        {
            await using var scope = application.Services.CreateAsyncScope();
            var versions = scope.ServiceProvider.GetRequiredService<NoticeVersions>();
            if (await versions.ListAsync(audience, TestContext.Current.CancellationToken) is [var latest, ..])
            {
                return latest;
            }

            var proposal = await versions.ProposeAsync(audience, TestContext.Current.CancellationToken);
            return await versions.PublishAsync(
                new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, audience, TestContext.Current.CancellationToken);
        }

        /// <summary>How it stands with a person and the version that holds.</summary>
        public async Task<NoticeDelivery> DeliveryToAsync(SubjectId person, NoticeAudience? audience = null)
        {
            await using var scope = application.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<NoticeAcknowledgements>()
                .FindAsync(person, await application.PublishNoticeAsync(audience), TestContext.Current.CancellationToken);
        }
    }
}
