package org.elasticsearch.node;

import java.util.List;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClassPathPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;
import org.jspecify.annotations.NullMarked;

/**
 * A node whose plugins come from the class path. It sits in this package because the parts it needs are
 * package-private.
 */
@NullMarked
public final class EmbeddedNode extends Node {

    public EmbeddedNode(Environment environment, List<Class<? extends Plugin>> plugins) {
        super(NodeConstruction.prepareConstruction(
                environment, ClassPathPlugins.emptyLoader(), new ClassPathProvider(plugins), true));
    }

    private static final class ClassPathProvider extends NodeServiceProvider {
        private final List<Class<? extends Plugin>> plugins;

        ClassPathProvider(List<Class<? extends Plugin>> plugins) {
            this.plugins = plugins;
        }

        @Override
        PluginsService newPluginService(Environment environment, PluginsLoader loader) {
            return new ClassPathPlugins(environment, loader, plugins);
        }
    }
}
