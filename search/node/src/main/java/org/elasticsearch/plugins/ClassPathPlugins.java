package org.elasticsearch.plugins;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.Build;
import org.elasticsearch.env.Environment;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Plugins taken from the class path instead of the modules and plugins folders of an installation. */
@NullMarked
public final class ClassPathPlugins extends PluginsService {
    // the constructor of PluginsService already asks for the plugins, before this field is set
    private final @Nullable List<LoadedPlugin> loaded;

    public ClassPathPlugins(Environment environment, PluginsLoader loader, List<Class<? extends Plugin>> plugins) {
        super(environment.settings(), environment.configDir(), loader);
        List<LoadedPlugin> all =
                plugins.stream().map(type -> load(type, environment)).toList();
        loadExtensions(all);
        this.loaded = all;
    }

    public static PluginsLoader emptyLoader() {
        return new PluginsLoader(Set.of(), Set.of(), Map.of());
    }

    @Override
    protected List<LoadedPlugin> plugins() {
        return loaded == null ? List.of() : loaded;
    }

    private LoadedPlugin load(Class<? extends Plugin> type, Environment environment) {
        Plugin plugin = loadPlugin(type, environment.settings(), environment.configDir());
        PluginDescriptor descriptor = new PluginDescriptor(
                type.getName(),
                "from the class path",
                "NA",
                Build.current().version(),
                Integer.toString(Runtime.version().feature()),
                type.getName(),
                null,
                List.of(),
                false,
                false,
                false,
                false,
                null);
        return new LoadedPlugin(descriptor, plugin, type.getClassLoader());
    }
}
