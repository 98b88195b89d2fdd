using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace GdprKit.Samples.Browser;

/// <summary>
/// What a machine can check of WCAG 2.2, level A and AA, contrast included. Only the faults leave the page: bringing all
/// that axe has looked at out of it takes six times as long as looking.
/// </summary>
internal static class Accessibility
{
    private const string FindFaults =
        """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const result = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
          if (result.passes.length === 0) throw new Error('axe looked at nothing');
          return result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}: ${node.failureSummary}`));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        (await page.EvaluateAsync<string[]>(FindFaults)).Should().BeEmpty();
    }
}
